package dev.musterpoint.shell.command;

import dev.musterpoint.connections.secret.PlanSecrets;
import dev.musterpoint.drills.codec.DrillFileException;
import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.codec.Problem;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.shell.run.RunCutShortException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: parsing, help, and how failures look. Used by the one-shot and by the interactive shell. */
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
        CommandLine line = new CommandLine(new MusterRoot(app), this::make);
        commands.forEach(
                command -> line.addSubcommand(command.getKey(), new CommandLine(command.getValue(), this::make)));
        line.setOut(app.console().out());
        line.setErr(app.console().err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(app.console().colour() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(Math.min(Math.max(app.console().width(), 60), 120));
        line.setParameterExceptionHandler(this::usage);
        line.setExecutionExceptionHandler(this::failure);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        return line;
    }

    private <K> K make(Class<K> type) throws Exception {
        try {
            return type.getConstructor(App.class).newInstance(app);
        } catch (NoSuchMethodException e) {
            return CommandLine.defaultFactory().create(type);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e.getCause());
        }
    }

    private int usage(ParameterException e, String[] arguments) {
        PrintWriter err = app.console().err();
        CommandLine at = e.getCommandLine();
        err.println("muster: " + redacted(e.getMessage() + suggestion(e, at)));
        err.println("Try '" + at.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE.code();
    }

    private static String suggestion(ParameterException e, CommandLine at) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String given = unmatched.getUnmatched().get(0);
            List<String> known = given.startsWith("-")
                    ? List.copyOf(at.getCommandSpec().optionsMap().keySet())
                    : List.copyOf(at.getSubcommands().keySet());
            return Nearest.hint(given, known);
        }
        return "";
    }

    private int failure(Exception e, CommandLine at, ParseResult parsed) {
        StringWriter said = new StringWriter();
        PrintWriter words = new PrintWriter(said);
        if (isDebug(at)) {
            e.printStackTrace(words);
        }
        ExitCode code = describe(e, words);
        app.console().err().print(redacted(said.toString()));
        app.console().err().flush();
        app.console().out().flush();
        return code.code();
    }

    /** What a command says of its failure, without secrets that it used, or that its environment holds. */
    private static String redacted(String message) {
        PlanSecrets.protectEnvironment(System.getenv(), Redactor.process());
        return Redactor.process().redact(message);
    }

    private static boolean isDebug(CommandLine at) {
        return at.getCommand() instanceof MusterCommand command && command.global.debug;
    }

    private static ExitCode describe(Exception e, PrintWriter err) {
        if (e instanceof DrillFileException broken) {
            for (Problem problem : broken.problems()) {
                err.println(problem);
            }
            return ExitCode.USAGE;
        }
        if (e instanceof PlanRefusedException refused) {
            refused.refusals().forEach(refusal -> err.println("muster: refused: " + refusal));
            return refused.byPolicy() ? ExitCode.REFUSED : ExitCode.USAGE;
        }
        if (e instanceof CommandFailure failure) {
            err.println("muster: " + failure.getMessage());
            return failure.code();
        }
        if (e instanceof RunCutShortException cut) {
            err.println("muster: " + cut.getMessage());
            return ExitCode.of(cut);
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        err.println("muster: " + message + " (--debug shows where)");
        return ExitCode.INTERNAL;
    }
}
