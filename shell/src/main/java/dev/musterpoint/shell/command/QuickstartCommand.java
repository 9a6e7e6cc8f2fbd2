package dev.musterpoint.shell.command;

import dev.musterpoint.shell.run.PreparedDrill;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster quickstart} */
@Command(
        name = "quickstart",
        description =
                "Start two real PostgreSQL servers, kill the primary, fail over, measure, report. Nothing to install.",
        footer = {
            "",
            "Each variant is a drill file in catalog/quickstart/ that you can copy.",
            "",
            "Examples:",
            "  muster quickstart                meets both targets: exit 0",
            "  muster quickstart --plant-loss   loses writes on purpose: exit 1"
        })
public final class QuickstartCommand extends MusterCommand {
    @ArgGroup
    private final Variant variant = new Variant();

    public QuickstartCommand(App app) {
        super(app);
    }

    /** At most one of these. */
    static final class Variant {
        @Option(names = "--plant-loss", description = "delay replication, so that writes are really lost: MISSED")
        private boolean plantLoss;

        @Option(names = "--no-runbook", description = "nobody promotes the standby: NOT_RECOVERED")
        private boolean noRunbook;

        @Option(names = "--no-fault", description = "nothing is broken: NO_EFFECT")
        private boolean noFault;

        String file() {
            return plantLoss
                    ? "plant-loss.yaml"
                    : noRunbook ? "no-runbook.yaml" : noFault ? "no-fault.yaml" : "quickstart.yaml";
        }
    }

    @Override
    ExitCode execute() throws Exception {
        Path file = app().settings().catalogue().resolve("quickstart").resolve(variant.file());
        PreparedDrill drill = DrillArguments.prepareToRun(app(), file, Map.of());
        return new DrillRunner(this).run(drill);
    }
}
