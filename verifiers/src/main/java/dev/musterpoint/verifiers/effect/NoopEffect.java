package dev.musterpoint.verifiers.effect;

import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.Set;

/** Looks for the effect of the fault that has none, and never sees one. */
public final class NoopEffect implements EffectProvider {
    @Override
    public Set<String> faultTypes() {
        return Set.of("noop");
    }

    @Override
    public EffectInspector inspector(String faultType, Toolbox toolbox) {
        return (fault, target) -> () -> new Reading(false, "this fault does nothing");
    }
}
