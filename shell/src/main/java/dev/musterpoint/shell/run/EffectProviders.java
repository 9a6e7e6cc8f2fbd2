package dev.musterpoint.shell.run;

import dev.musterpoint.drills.engine.RunPorts.EffectLookup;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.ServiceLoader;

/** Finds who proves a fault type's effect on the class path. */
final class EffectProviders implements EffectLookup {
    @Override
    public EffectInspector inspector(String faultType, Toolbox toolbox) {
        for (EffectProvider provider : ServiceLoader.load(EffectProvider.class)) {
            if (provider.faultTypes().contains(faultType)) {
                return provider.inspector(faultType, toolbox);
            }
        }
        throw new IllegalArgumentException(
                "nobody can prove the effect of '" + faultType + "', so it must not be injected");
    }
}
