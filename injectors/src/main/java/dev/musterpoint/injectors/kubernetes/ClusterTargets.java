package dev.musterpoint.injectors.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.Forecast;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.TargetResolver;
import java.util.List;
import java.util.Optional;

/** What resolving targets in a cluster has in common: there has to be one, and it is asked. */
public abstract class ClusterTargets implements TargetResolver {
    @Override
    public final boolean asks() {
        return true;
    }

    @Override
    public final List<Target> resolve(FaultSpec fault, Optional<SystemFacts> system) throws InjectionException {
        SystemFacts facts = system.orElseThrow(() -> new InjectionException("it needs a 'system' of type kubernetes"));
        return resolve(fault, facts.name(), ClusterAccess.of(facts));
    }

    /** As {@link #resolve(FaultSpec, Optional)}. @param system the drill's name of the cluster */
    protected abstract List<Target> resolve(FaultSpec fault, String system, ClusterAccess access)
            throws InjectionException;

    @Override
    public final Optional<Forecast> forecast(FaultSpec fault, List<Target> targets, Optional<SystemFacts> system)
            throws InjectionException {
        return system.isPresent() ? forecast(fault, targets, ClusterAccess.of(system.get())) : Optional.empty();
    }

    /** As {@link #forecast(FaultSpec, List, Optional)}; empty unless overridden. */
    protected Optional<Forecast> forecast(FaultSpec fault, List<Target> targets, ClusterAccess access)
            throws InjectionException {
        return Optional.empty();
    }
}
