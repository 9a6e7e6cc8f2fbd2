package dev.musterpoint.shell.command;

import dev.musterpoint.shell.run.DrillPlans;
import dev.musterpoint.shell.run.PreparedDrill;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster drill run DRILL} */
@Command(
        name = "run",
        description =
                "Run a drill. Exit codes: 0 met, 1 missed, 2 usage, 3 no verdict, 4 aborted, 5 refused, 6 something"
                        + " left behind, 69 system unreachable.",
        footer = {
            "",
            "Examples:",
            "  muster drill run quickstart",
            "  muster drill run ./mine.yaml --var TARGET=db1",
            "  muster drill run ./mine.yaml --plan reviewed.json"
        })
public final class DrillRunCommand extends MusterCommand {
    @Mixin
    private final DrillArguments which = new DrillArguments();

    @Option(names = "--dry-run", description = "plan it and stop: nothing is changed")
    private boolean dryRun;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "a plan that was reviewed ('muster drill plan DRILL -o json'); refused when it is no longer what"
                            + " would run")
    private Path reviewed;

    public DrillRunCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() throws Exception {
        PreparedDrill drill = dryRun ? which.prepare(app()) : which.prepareToRun(app());
        if (reviewed != null) {
            drill = drill.asReviewed(DrillPlans.read(app().settings().here().resolve(reviewed)));
        }
        if (dryRun) {
            say("planned; with --dry-run nothing is run. 'muster drill plan' shows the plan");
            return ExitCode.OK;
        }
        return new DrillRunner(this).run(drill);
    }
}
