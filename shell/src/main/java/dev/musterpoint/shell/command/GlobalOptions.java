package dev.musterpoint.shell.command;

import dev.musterpoint.shell.config.Configuration;
import dev.musterpoint.shell.config.Key;
import dev.musterpoint.shell.console.OutputForm;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that every command takes. */
final class GlobalOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "table (for people), json or yaml")
    OutputForm output;

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

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "read FILE in place of ./muster.yaml (MUSTER_CONFIG)")
    Path config;

    /** {@code configured}, with these options before it. */
    Configuration over(Configuration configured) {
        Configuration all = configured;
        if (runs != null) {
            all = all.with(Key.RUNS, runs.toString(), Key.RUNS.option());
        }
        if (output != null) {
            all = all.with(Key.OUTPUT, output.name(), Key.OUTPUT.option());
        }
        if (noColour) {
            all = all.with(Key.COLOUR, "never", Key.COLOUR.option());
        }
        return quiet ? all.with(Key.QUIET, "true", Key.QUIET.option()) : all;
    }

    /** Takes over what was configured and not asked for here. */
    void complete(Configuration configuration) {
        output = OutputForm.valueOf(configuration.value(Key.OUTPUT));
        quiet = Boolean.parseBoolean(configuration.value(Key.QUIET));
    }
}
