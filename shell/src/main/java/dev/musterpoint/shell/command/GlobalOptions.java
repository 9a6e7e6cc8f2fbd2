package dev.musterpoint.shell.command;

import dev.musterpoint.shell.console.OutputForm;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that every command takes. */
final class GlobalOptions {
    @Option(
            names = {"-o", "--output"},
            defaultValue = "table",
            paramLabel = "FORM",
            description = "table (for people), json or yaml")
    OutputForm output = OutputForm.table;

    @Option(
            names = {"-q", "--quiet"},
            description = "no messages but errors")
    boolean quiet;

    @Option(names = "--no-color", description = "no colours (NO_COLOR in the environment does the same)")
    boolean noColour;

    @Option(names = "--debug", description = "stack traces and details on stderr")
    boolean debug;

    @Option(names = "--runs", paramLabel = "DIR", description = "where runs are kept (MUSTER_RUNS; default: ./runs)")
    Path runs;
}
