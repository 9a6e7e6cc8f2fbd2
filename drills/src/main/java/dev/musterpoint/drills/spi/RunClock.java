package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.drills.evidence.Moment;
import java.time.Instant;
import java.time.InstantSource;

/** The time of one run: a monotonic clock that started with it, and wall time for people. Both are given, never taken. */
public interface RunClock extends InstantSource {
    /** Nanoseconds since the run started; never goes back. */
    Moment now();

    /** Wall time. Shown to people, never subtracted. */
    @Override
    Instant instant();

    ClockIdentity identity();
}
