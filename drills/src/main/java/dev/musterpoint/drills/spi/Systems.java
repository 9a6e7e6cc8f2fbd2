package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.SystemFacts;

/** The named systems of a run, once opened. */
public interface Systems {
    /** The facts of a system. @throws IllegalArgumentException when the drill names no such system, or it is not open */
    SystemFacts get(String name);
}
