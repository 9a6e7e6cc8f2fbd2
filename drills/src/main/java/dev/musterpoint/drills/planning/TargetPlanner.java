package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.Forecast;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.InjectorProvider;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.TargetResolver;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Chooses the targets of each fault, and refuses none and too many. */
final class TargetPlanner {
    private static final String TARGETS = "outsideSandbox.targets";

    private final Catalogue catalogue;
    private final PolicySnapshot policy;
    private final Map<String, SystemFacts> systems;
    private final Refusals refusals;

    TargetPlanner(Catalogue catalogue, PolicySnapshot policy, Map<String, SystemFacts> systems, Refusals refusals) {
        this.catalogue = catalogue;
        this.policy = policy;
        this.systems = systems;
        this.refusals = refusals;
    }

    List<PlannedFault> plan(List<FaultSpec> faults) {
        List<PlannedFault> planned = new ArrayList<>();
        for (FaultSpec fault : faults) {
            List<Target> targets = targets(fault);
            planned.add(new PlannedFault(planned.size() + 1, fault, targets, forecast(fault, targets)));
        }
        return planned;
    }

    private Optional<Forecast> forecast(FaultSpec fault, List<Target> targets) {
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        try {
            return catalogue
                    .faults()
                    .get(fault.type())
                    .resolver(fault.type())
                    .forecast(fault, targets, fault.system().map(systems::get));
        } catch (InjectionException | RuntimeException unread) {
            return Optional.of(Forecast.none(Objects.requireNonNullElse(
                    unread.getMessage(), unread.getClass().getSimpleName())));
        }
    }

    private List<Target> targets(FaultSpec fault) {
        String subject = "fault '" + fault.name() + "'";
        List<Target> targets = resolve(fault, subject);
        if (!targets.isEmpty()) {
            new BlastRadiusCheck(subject, targets, refusals).check(fault.blastRadius());
        }
        return targets;
    }

    private List<Target> resolve(FaultSpec fault, String subject) {
        Optional<InjectorProvider> provider = catalogue.faults().find(fault.type());
        if (provider.isEmpty()) {
            refusals.drill(subject, "there is no fault type '" + fault.type() + "'");
            return List.of();
        }
        Optional<SystemFacts> system = fault.system().map(systems::get);
        if (fault.system().isPresent() && system.isEmpty()) {
            return List.of();
        }
        Optional<String> file = fileToRead(fault);
        if (file.isPresent() && policy.allowed().targets().isEmpty()) {
            refusals.policy(
                    subject,
                    "its target is what the file '" + file.get() + "' names, so outside a sandbox, and the policy ("
                            + Rule.at(policy, TARGETS) + ") allows none there: the file is not read; "
                            + Rule.remedy(policy, TARGETS, "pid 4711"));
            return List.of();
        }
        TargetResolver resolver = provider.get().resolver(fault.type());
        if (resolver.asks() && mustNotBeAsked(subject, system)) {
            return List.of();
        }
        try {
            return distinct(resolver.resolve(fault, system), subject);
        } catch (InjectionException | IllegalArgumentException unresolved) {
            refusals.drill(subject, "its targets cannot be resolved: " + unresolved.getMessage());
            return List.of();
        }
    }

    private boolean mustNotBeAsked(String subject, Optional<SystemFacts> system) {
        Optional<SystemFacts> exists = system.filter(facts -> !facts.sandbox());
        if (exists.isEmpty() || !policy.allowed().targets().isEmpty()) {
            return false;
        }
        refusals.policy(
                subject,
                "its targets are in '" + exists.get().name() + "', so outside a sandbox, and the policy ("
                        + Rule.at(policy, TARGETS) + ") allows none there: it is not asked; "
                        + Rule.remedy(policy, TARGETS, "what the drill may touch"));
        return true;
    }

    /** The file that tells the fault's target. A drill reads none outside its folder by itself: policy comes first. */
    private Optional<String> fileToRead(FaultSpec fault) {
        return catalogue.faults().info(fault.type()).map(TypeInfo::targetParameters).orElse(List.of()).stream()
                .filter(parameter -> parameter.type() == ParameterType.FILE)
                .flatMap(parameter -> fault.target().find(parameter.name()).stream())
                .findFirst();
    }

    /** The targets, each once: a selector may reach one thing by two ways. */
    private List<Target> distinct(List<Target> targets, String subject) {
        Set<String> seen = new HashSet<>();
        List<Target> distinct =
                targets.stream().filter(target -> seen.add(target.id())).toList();
        if (distinct.isEmpty()) {
            refusals.drill(
                    subject, "its selector matches nothing; look at its 'target' and at what the system consists of");
        }
        return distinct;
    }
}
