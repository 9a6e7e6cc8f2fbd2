package dev.musterpoint.shell.command;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line: parsing and help; {@link Complaints} says how failures look. Used by the one-shot and by the interactive shell. */
public final class Commands {
    static {
        // The parser would warn of values with an odd quote by repeating them, and they may be secrets.
        CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    }

    private final App app;

    public Commands(App app) {
        this.app = app;
    }

    /** Runs one command. @return its exit code */
    public int execute(String... arguments) {
        // Each definition is read by reflection: only what is asked for is made.
        return commandLine(MusterRoot.commands(arguments)).execute(arguments);
    }

    /** The definition of all commands, for help and completion. */
    public CommandLine commandLine() {
        return commandLine(MusterRoot.commands());
    }

    private CommandLine commandLine(List<Map.Entry<String, Class<? extends MusterCommand>>> commands) {
        CommandMaker maker = new CommandMaker(app);
        CommandLine line = new CommandLine(new MusterRoot(app), maker);
        commands.forEach(command -> line.addSubcommand(command.getKey(), new CommandLine(command.getValue(), maker)));
        line.setOut(app.console().out());
        line.setErr(app.console().err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(app.console().colour() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(Math.min(Math.max(app.console().width(), 60), 120));
        Complaints complaints = new Complaints(app.console());
        line.setParameterExceptionHandler(complaints);
        line.setExecutionExceptionHandler(complaints);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        return line;
    }
}
