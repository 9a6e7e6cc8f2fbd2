package dev.musterpoint.shell;

import dev.musterpoint.shell.command.App;
import dev.musterpoint.shell.command.Commands;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.interactive.InteractiveShell;
import dev.musterpoint.shell.run.Settings;
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
        Settings settings = Settings.fromEnvironment();
        int code = 0;
        if (arguments.length > 0) {
            code = new Commands(new App(console, settings, false)).execute(arguments);
        } else {
            new InteractiveShell(settings).run();
        }
        console.out().flush();
        console.err().flush();
        // Pools and clients may keep threads that are not ours to wait for.
        Runtime.getRuntime().halt(code);
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
