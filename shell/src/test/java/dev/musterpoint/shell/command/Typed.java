package dev.musterpoint.shell.command;

import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.run.Settings;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;

/** One typed command and what came of it. */
record Typed(int code, String out, String err) {
    /** Types {@code words} in the directory {@code here}; runs are kept in {@code here/runs}, sandboxes in {@code here/state}. */
    static Typed in(Path here, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new Commands(app(here, out, err, false)).execute(words);
        return new Typed(code, out.toString(), err.toString());
    }

    static App app(Path here, StringWriter out, StringWriter err, boolean interactive) {
        Console console = new Console(
                new PrintWriter(out),
                new PrintWriter(err),
                new BufferedReader(new StringReader("")),
                false,
                200,
                false);
        Path home = Path.of("..").toAbsolutePath().normalize();
        return new App(console, new Settings(home, here, here.resolve("runs"), here.resolve("state")), interactive);
    }
}
