package dev.musterpoint.connections.postgres;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;

/** How long something took. */
final class Stopwatch {
    private final RunClock clock;
    private final Moment start;

    Stopwatch(RunClock clock) {
        this.clock = clock;
        this.start = clock.now();
    }

    Duration elapsed() {
        return clock.now().minus(start);
    }
}
