package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.spec.ConditionSpec;

/** Offers types of conditions. What they look at they only read. */
public interface ConditionProvider extends Provider {
    /**
     * A condition of {@code spec}. Contacts nothing.
     *
     * @param probes what the run's probes are seeing
     */
    Condition condition(ConditionSpec spec, Toolbox toolbox, ProbeStates probes);
}
