package dev.musterpoint.drills.recovery;

import java.time.Duration;

/** Lets time pass on the calling thread; virtual in tests. */
@FunctionalInterface
public interface Waiting {
    void pause(Duration duration) throws InterruptedException;
}
