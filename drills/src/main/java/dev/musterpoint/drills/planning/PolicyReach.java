package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ReferringAddress;
import dev.musterpoint.drills.spec.ReferringText;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.WebAddress;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Provider;
import dev.musterpoint.drills.spi.Providers;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The programs that a plan would run and the hosts it would send requests to, found by the types of the parameters that
 * name them, whoever declares these. Each must be allowed by name.
 */
public final class PolicyReach {
    private final DrillPlan plan;
    private final PolicySnapshot policy;
    private final Catalogue catalogue;
    private final Refusals refusals;

    PolicyReach(DrillPlan plan, PolicySnapshot policy, Catalogue catalogue, Refusals refusals) {
        this.plan = plan;
        this.policy = policy;
        this.catalogue = catalogue;
        this.refusals = refusals;
    }

    void check() {
        plan.faults()
                .forEach(fault -> check(
                        "fault '" + fault.spec().name() + "'",
                        uses(
                                catalogue.faults(),
                                fault.spec().type(),
                                fault.spec().params())));
        plan.spec().faults().forEach(fault -> fault.when()
                .ifPresent(when -> check(
                        "'when' of fault '" + fault.name() + "'",
                        uses(catalogue.conditions(), when.type(), when.params()))));
        plan.spec()
                .probes()
                .values()
                .forEach(probe ->
                        check("probe '" + probe.name() + "'", uses(catalogue.probes(), probe.type(), probe.params())));
        for (PlannedStep step : plan.allSteps()) {
            if (step.step() instanceof RunbookStep.Automated automated) {
                check("step '" + automated.name() + "'", uses(catalogue.steps(), automated.type(), automated.params()));
            }
        }
    }

    /** What a fault reaches, by the names its targets have. */
    Set<String> of(PlannedFault fault) {
        return uses(catalogue.faults(), fault.spec().type(), fault.spec().params()).stream()
                .map(Use::name)
                .collect(Collectors.toSet());
    }

    private void check(String subject, List<Use> uses) {
        for (Use use : uses) {
            if (use.program() && !policy.allowed().commands().contains(use.name())) {
                refuse(subject, "it would run '" + use.name() + "'", "commands", use.name());
            } else if (!use.program() && !Rule.matches(policy.allowed().hosts(), use.name()) && !anyPort(use)) {
                refuse(subject, "it would send requests to '" + use.name() + "'", "hosts", use.name());
            }
        }
    }

    /** What {@code policy} has against a step whose parameters are all known; empty when it may be done. */
    public static Optional<String> objection(DrillPlan plan, Catalogue catalogue, RunbookStep.Automated step) {
        Refusals refusals = new Refusals();
        PolicyReach reach = new PolicyReach(plan, plan.policy(), catalogue, refusals);
        reach.check("step '" + step.name() + "'", uses(catalogue.steps(), step.type(), step.params()));
        return refusals.all().stream().findFirst().map(Refusal::message);
    }

    private boolean anyPort(Use use) {
        return Rule.matches(
                policy.allowed().hosts(), use.name().substring(0, use.name().lastIndexOf(':')));
    }

    private void refuse(String subject, String what, String key, String wanted) {
        refusals.policy(
                subject,
                what + ", which the policy (" + Rule.at(policy, key) + ") does not allow; "
                        + Rule.remedy(policy, key, wanted));
    }

    private static List<Use> uses(Providers<? extends Provider> providers, String type, Params params) {
        List<Use> uses = new ArrayList<>();
        collect(providers.info(type).map(TypeInfo::parameters).orElse(List.of()), params, uses);
        return uses;
    }

    private static void collect(List<Parameter> parameters, Params params, List<Use> uses) {
        for (Parameter parameter : parameters) {
            if (!params.has(parameter.name())) {
                continue;
            }
            if (parameter.type() == ParameterType.MAPPING) {
                collect(parameter.fields(), params.nested(parameter.name()), uses);
            } else if (parameter.type() == ParameterType.PROGRAM) {
                uses.add(new Use(true, params.texts(parameter.name()).get(0)));
            } else if (parameter.type() == ParameterType.URL) {
                host(params, parameter.name()).ifPresent(host -> uses.add(new Use(false, host)));
            }
        }
    }

    /** A host that is known only once a step has named it is judged then. */
    private static Optional<String> host(Params params, String name) {
        Optional<ReferringText> referring = ReferringText.of(params.values().get(name));
        if (referring.filter(ReferringAddress::isHostOpen).isPresent()) {
            return Optional.empty();
        }
        String address = referring.map(text -> text.filled(any -> "1")).orElseGet(() -> params.text(name));
        return Optional.of(WebAddress.parse(address).hostAndPort());
    }

    /** A program by its path, or else a host by its name and port. */
    private record Use(boolean program, String name) {}
}
