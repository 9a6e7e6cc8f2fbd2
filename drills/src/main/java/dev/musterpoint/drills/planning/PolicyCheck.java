package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.FreezeWindow;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.plan.WeeklyWindow;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spec.WorkloadSpec;
import dev.musterpoint.drills.spi.Catalogue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a plan, and the time, against a policy. Pure: the same plan and policy give the same refusals. */
public final class PolicyCheck {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT);

    private final DrillPlan plan;
    private final PolicySnapshot policy;
    private final Catalogue catalogue;
    private final Refusals refusals = new Refusals();

    private PolicyCheck(DrillPlan plan, PolicySnapshot policy, Catalogue catalogue) {
        this.plan = plan;
        this.policy = policy;
        this.catalogue = catalogue;
    }

    /** What {@code policy} has against the plan, whenever it is run; empty when it may run. */
    public static List<Refusal> of(DrillPlan plan, PolicySnapshot policy, Catalogue catalogue) {
        PolicyCheck check = new PolicyCheck(plan, policy, catalogue);
        PolicyReach reach = new PolicyReach(plan, policy, catalogue, check.refusals);
        check.environment();
        plan.faults().forEach(fault -> check.targets(fault, reach));
        check.systems();
        check.guardrails();
        new PolicyLimits(plan, policy, check.refusals).check();
        reach.check();
        return check.refusals.all();
    }

    /** What {@code policy} has against running anything at {@code moment}; empty when drills may run. */
    public static List<Refusal> at(Instant moment, PolicySnapshot policy) {
        Refusals refusals = new Refusals();
        for (FreezeWindow freeze : policy.freezes()) {
            if (freeze.covers(moment)) {
                refusals.policy(
                        "the time",
                        "it is " + shown(moment, freeze.timeZone()) + ", and drills are frozen from " + freeze + " by "
                                + Rule.at(policy, "freeze") + "; run it afterwards");
            }
        }
        if (!policy.windows().isEmpty() && policy.windows().stream().noneMatch(window -> window.covers(moment))) {
            refusals.policy(
                    "the time",
                    "it is " + shown(moment, policy.windows().get(0).timeZone()) + ", and drills may run only "
                            + policy.windows().stream()
                                    .map(WeeklyWindow::toString)
                                    .collect(Collectors.joining(", and "))
                            + " (" + Rule.at(policy, "windows") + "); run it then");
        }
        return refusals.all();
    }

    private static String shown(Instant moment, ZoneId zone) {
        return CLOCK.format(moment.atZone(zone)) + " " + zone;
    }

    private void environment() {
        String environment = plan.spec().environment();
        if (!policy.environments().isEmpty() && !policy.environments().contains(environment)) {
            refusals.policy(
                    "environment '" + environment + "'",
                    "drills may run in " + String.join(", ", policy.environments()) + " only ("
                            + Rule.at(policy, "environments") + "); "
                            + Rule.remedy(policy, "environments", environment));
        }
    }

    private void targets(PlannedFault fault, PolicyReach reach) {
        String subject = "fault '" + fault.spec().name() + "'";
        for (Target target : fault.targets()) {
            boolean judgedByReach = reach.of(fault).contains(target.id());
            if (!target.inSandbox()
                    && !judgedByReach
                    && !Rule.matches(policy.allowed().targets(), target.address())) {
                outside(subject, "its target " + target.id() + " is", "outsideSandbox.targets", target.address());
            }
            protection(target)
                    .ifPresent(label -> refusals.policy(
                            subject,
                            "its target " + target.id() + " is protected by the label '" + label + "' ("
                                    + Rule.at(policy, "protected") + "); choose another target"));
        }
    }

    private void outside(String subject, String what, String key, String wanted) {
        refusals.policy(
                subject,
                what + " outside a sandbox, and the policy (" + Rule.at(policy, key) + ") does not allow that; "
                        + Rule.remedy(policy, key, wanted));
    }

    /** The protected label that {@code target} bears, as one of its attributes or as {@code label.NAME}. */
    private Optional<String> protection(Target target) {
        return policy.protectedLabels().stream()
                .filter(label -> bears(target, label))
                .findFirst();
    }

    private static boolean bears(Target target, String label) {
        String name = label.split("=", 2)[0];
        String value = Optional.ofNullable(target.attributes().get("label." + name))
                .orElse(target.attributes().get(name));
        // A target of several parts, such as a zone, has as many values as these have, between commas.
        return value != null
                && (label.equals(name)
                        || Stream.of(value.split(",")).anyMatch(each -> label.equals(name + "=" + each))
                        || label.equals(name + "=" + value));
    }

    /** A workload makes a table and writes to it, and a step acts: changes like any other. */
    private void systems() {
        for (WorkloadSpec workload : plan.spec().workloads().values()) {
            workload.system().ifPresent(name -> system(name, "workload '" + workload.name() + "'"));
        }
        for (PlannedStep step : plan.allSteps()) {
            if (step.step() instanceof RunbookStep.Automated automated) {
                automated.system().ifPresent(name -> system(name, "step '" + automated.name() + "'"));
            }
        }
    }

    private void system(String name, String subject) {
        SystemSpec spec = plan.spec().systems().get(name);
        if (spec != null && !isSandbox(spec) && !Rule.matches(policy.allowed().systems(), spec.type())) {
            outside(subject, "it works on '" + name + "', which is", "outsideSandbox.systems", spec.type());
        }
    }

    /** A system that cannot be described is a mistake, which planning refuses by itself. */
    private boolean isSandbox(SystemSpec spec) {
        try {
            return catalogue
                    .systems()
                    .find(spec.type())
                    .map(provider -> provider.describe(spec).sandbox())
                    .orElse(true);
        } catch (IllegalArgumentException wrong) {
            return true;
        }
    }

    private void guardrails() {
        if (policy.limits().guarded() && plan.spec().guardrails().isEmpty()) {
            refusals.policy(
                    "guardrails",
                    "the drill has none, and the policy (" + Rule.at(policy, "limits.guardrails")
                            + ") requires conditions that stop a drill; add 'abortWhen'");
        }
    }
}
