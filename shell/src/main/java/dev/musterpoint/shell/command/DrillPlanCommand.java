package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.ClaimLocks;
import dev.musterpoint.drills.plan.Claim;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.planning.Claims;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.FaultOrder;
import dev.musterpoint.shell.run.PreparedDrill;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster drill plan DRILL} */
@Command(
        name = "plan",
        description = "Show what a drill would do: targets by name, steps, objectives, policy. Changes nothing.",
        footer = {"", "Example:", "  muster drill plan quickstart --output json"})
public final class DrillPlanCommand extends MusterCommand {
    @Mixin
    private final DrillArguments which = new DrillArguments();

    public DrillPlanCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        PreparedDrill drill = which.prepare(app());
        print(drill.plan(), () -> print(drill));
        return ExitCode.OK;
    }

    private void print(PreparedDrill drill) {
        DrillPlan plan = drill.plan();
        PrintWriter out = out();
        out.println(console().ink().bold(plan.spec().metadata().title()));
        out.println("  " + plan.spec().hypothesis());
        out.println("  environment " + plan.spec().environment() + "; policy "
                + plan.policy().source());
        plan.setup().forEach(this::around);
        plan.faults().forEach(this::print);
        plan.spec()
                .objectives()
                .forEach(objective -> out.println("objective  " + objective.name() + " (" + objective.kind() + ")"));
        plan.steps().forEach(step -> out.println(line("step", step)));
        plan.failback().forEach(step -> out.println(line("fail-back", step)));
        plan.teardown().forEach(this::around);
        Claims.of(plan, app().catalogue()).forEach(this::lock);
        drill.warnings().forEach(this::warn);
        app().drillService().notNow(plan).forEach(this::warn);
    }

    private void lock(Claim claim) {
        out().println("lock       " + claim
                + ClaimLocks.objection(app().settings().runs(), claim)
                        .map(objection -> ": not free now: " + objection)
                        .orElse(", free now"));
    }

    /** In what order faults come, which the order of the file tells only where nothing else is said. */
    private void order(PlannedFault fault) {
        FaultOrder order = fault.spec().order();
        order.with().ifPresent(other -> out().println("             injected with '" + other + "'"));
        if (!order.after().isEmpty()) {
            out().println("             injected after "
                    + order.after().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")));
        }
    }

    private void around(PlannedStep step) {
        out().println(String.format(
                Locale.ROOT,
                "%-10s %s, given up after %s",
                step.stage().name().toLowerCase(Locale.ROOT) + " " + step.number(),
                step.step().name(),
                Durations.format(step.step().timeout())));
    }

    /** A step of a runbook, in a line: {@code step 2     act: promote the standby, planned 5 s}. */
    static String line(String what, PlannedStep step) {
        return String.format(
                Locale.ROOT,
                "%-10s %s: %s, planned %s",
                what + " " + step.number(),
                step.step().part().name().toLowerCase(Locale.ROOT),
                step.step().name(),
                Durations.format(step.step().planned()));
    }

    private void warn(String warning) {
        out().println(console().ink().warn("warning") + "    " + warning);
    }

    private void print(PlannedFault fault) {
        out().println("fault " + fault.number() + "    " + fault.spec().name() + " ("
                + fault.spec().type() + "), for at most "
                + Durations.format(fault.spec().holdFor()));
        order(fault);
        fault.spec().when().ifPresent(condition -> out().println("             only when " + condition));
        for (Target target : fault.targets()) {
            out().println("             " + target.id() + ": 1 of " + target.groupSize() + " " + target.kind() + " of "
                    + target.group() + ", " + target.share());
        }
        fault.forecast().ifPresent(forecast -> forecast.expected()
                .forEach(each -> out().println("             foreseen: " + each)));
    }
}
