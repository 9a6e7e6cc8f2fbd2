package dev.musterpoint.shell.command;

import dev.musterpoint.connections.secret.PlanSecrets;
import dev.musterpoint.drills.codec.DrillFileException;
import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.codec.Problem;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.run.RunCutShortException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What is said of a command that cannot be understood, or that fails, and its exit code. A class, like {@link CommandMaker}, and no
 * lambdas: some JDKs crash while they write a class archive with lambdas of interfaces as old as picocli's.
 */
record Complaints(Console console) implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        PrintWriter err = console.err();
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

    @Override
    public int handleExecutionException(Exception e, CommandLine at, ParseResult parsed) {
        StringWriter said = new StringWriter();
        PrintWriter words = new PrintWriter(said);
        if (isDebug(at)) {
            e.printStackTrace(words);
        }
        ExitCode code = describe(e, words);
        console.err().print(redacted(said.toString()));
        console.err().flush();
        console.out().flush();
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
