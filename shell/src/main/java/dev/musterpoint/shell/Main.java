package dev.musterpoint.shell;

import dev.musterpoint.drills.codec.DrillFileException;
import dev.musterpoint.shell.command.App;
import dev.musterpoint.shell.command.Commands;
import dev.musterpoint.shell.command.ExitCode;
import dev.musterpoint.shell.config.Place;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.interactive.InteractiveShell;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** With arguments: that command, and out. Without: the interactive shell. */
public final class Main {
    private static final int DEFAULT_WIDTH = 100;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Console console = console();
        Place place = Place.ofProcess();
        int code = 0;
        if (arguments.length > 0) {
            code = new Commands(new App(console, place, false)).execute(arguments);
        } else {
            code = shell(console, place);
        }
        console.out().flush();
        console.err().flush();
        // Pools and clients may keep threads that are not ours to wait for.
        Runtime.getRuntime().halt(code);
    }

    private static int shell(Console console, Place place) throws Exception {
        try {
            new InteractiveShell(place).run();
            return 0;
        } catch (DrillFileException broken) {
            broken.problems().forEach(console.err()::println);
            return ExitCode.USAGE.code();
        }
    }

    private static Console console() {
        boolean terminal = Boolean.getBoolean("muster.terminal");
        Map<String, String> environment = System.getenv();
        boolean colour = terminal && !environment.containsKey("NO_COLOR") && !"dumb".equals(environment.get("TERM"));
        return new Console(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                terminal && !"dumb".equals(environment.get("TERM")),
                Integer.getInteger("muster.width", DEFAULT_WIDTH),
                colour);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
    }
}
