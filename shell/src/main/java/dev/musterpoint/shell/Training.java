package dev.musterpoint.shell;

import dev.musterpoint.shell.command.App;
import dev.musterpoint.shell.command.Commands;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.run.Settings;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;

/** Goes through what commands commonly load, for the launcher to make the class archive from. Changes nothing. */
public final class Training {
    private Training() {}

    public static void main(String[] arguments) {
        Console nowhere = new Console(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                new BufferedReader(new StringReader("")),
                false,
                100,
                false);
        Commands commands = new Commands(new App(nowhere, Settings.fromEnvironment(), false));
        commands.execute("--help");
        commands.execute("drill", "list");
        commands.execute("drill", "plan", "quickstart", "-o", "json");
        commands.execute("drill", "plan", "quickstart");
        commands.execute("run", "list");
        commands.execute("drill", "no-such-word");
    }
}
