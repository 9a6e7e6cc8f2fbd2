package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spi.Systems;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The systems opened so far. Written by the run's thread, read from anywhere. */
public final class OpenSystems implements Systems {
    private final Map<String, SystemFacts> byName = new ConcurrentHashMap<>();

    void add(SystemFacts system) {
        byName.put(system.name(), system);
    }

    @Override
    public SystemFacts get(String name) {
        SystemFacts system = byName.get(name);
        if (system == null) {
            throw new IllegalArgumentException("system '" + name + "' is not open");
        }
        return system;
    }
}
