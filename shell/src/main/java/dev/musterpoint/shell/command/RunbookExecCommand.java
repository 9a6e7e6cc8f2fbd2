package dev.musterpoint.shell.command;

import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.shell.run.PreparedDrill;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster runbook exec RUNBOOK --drill DRILL} */
@Command(
        name = "exec",
        description =
                "Carry out a runbook by itself: nothing is broken, and every step is timed against its plan. Exit codes: 0"
                        + " every step done, 1 a step failed, 2 usage, 3 a step was not tried, 4 aborted or declined, 5"
                        + " refused, 6 something left behind, 69 system unreachable.",
        footer = {
            "",
            "It keeps a run like a drill's: journal, report, seal. Manual steps are confirmed at the terminal.",
            "",
            "Examples:",
            "  muster runbook exec switch-over --drill quickstart",
            "  muster runbook exec switch-over --drill quickstart --dry-run",
            "  muster runbook exec ./mine.yaml --drill ./shop.yaml --yes"
        })
public final class RunbookExecCommand extends MusterCommand {
    private static final Set<String> YES = Set.of("y", "yes");

    @Mixin
    private final RunbookArguments which = new RunbookArguments();

    @Option(
            names = "--drill",
            required = true,
            paramLabel = "DRILL",
            completionCandidates = DrillNames.class,
            description = "the drill whose systems, probes, guardrails, setup and teardown it is carried out with")
    private String drill;

    @Option(names = "--dry-run", description = "show the plan and stop: nothing is changed")
    private boolean dryRun;

    @Option(names = "--yes", description = "do not ask; needed without a terminal, unless every step is a person's")
    private boolean yes;

    public RunbookExecCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() throws Exception {
        Path file = which.file(app());
        PreparedDrill prepared =
                app().drillService().exercise(file, DrillArguments.file(app(), drill), which.variables);
        if (dryRun) {
            print(prepared.plan(), () -> show(prepared.plan()));
            prepared.warnings().forEach(warning -> say("warning: " + warning));
            return ExitCode.OK;
        }
        return isWanted(prepared.plan()) ? new DrillRunner(this).run(prepared) : ExitCode.ABORTED;
    }

    private void show(DrillPlan plan) {
        out().println(console().ink().bold(plan.spec().metadata().title()));
        out().println("  carried out by itself, with the surroundings of " + plan.source() + "; policy "
                + plan.policy().source());
        plan.spec().systems().forEach((name, system) -> out().println(
                        "system     " + name + " (" + system.type() + ")"));
        plan.setup().forEach(step -> out().println(DrillPlanCommand.line("setup", step)));
        plan.steps().forEach(step -> out().println(DrillPlanCommand.line("step", step)));
        plan.teardown().forEach(step -> out().println(DrillPlanCommand.line("teardown", step)));
    }

    private boolean isWanted(DrillPlan plan) throws IOException {
        if (yes) {
            return true;
        }
        if (console().terminal()) {
            return isConfirmed(plan);
        }
        if (plan.allSteps().stream().anyMatch(step -> step.step() instanceof RunbookStep.Automated)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "its steps may change what they work on, and there is no terminal to ask at; say --yes, or --dry-run"
                            + " to see the plan");
        }
        return true;
    }

    private boolean isConfirmed(DrillPlan plan) throws IOException {
        console()
                .err()
                .print("Carry out the " + plan.steps().size() + " steps of "
                        + plan.spec().runbook().orElse("") + " on "
                        + String.join(", ", plan.spec().systems().keySet()) + "? [y/N] ");
        console().err().flush();
        String answer = console().in().readLine();
        boolean confirmed = answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
        if (!confirmed) {
            say("nothing was done");
        }
        return confirmed;
    }
}
