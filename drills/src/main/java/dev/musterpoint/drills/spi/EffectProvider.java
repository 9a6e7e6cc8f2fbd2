package dev.musterpoint.drills.spi;

import java.util.Set;

/** Offers proof of effect for fault types. */
public interface EffectProvider {
    Set<String> faultTypes();

    EffectInspector inspector(String faultType, Toolbox toolbox);
}
