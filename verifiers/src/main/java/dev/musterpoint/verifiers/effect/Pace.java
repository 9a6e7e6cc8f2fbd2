package dev.musterpoint.verifiers.effect;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.util.function.Supplier;

/** Keeps looks that are felt by what is looked at apart: between two of them the last one, which saw nothing, stands. */
final class Pace {
    private static final Duration APART = Duration.ofMillis(20);

    private final RunClock clock;
    private Reading last;
    private Moment next = Moment.START;

    Pace(RunClock clock) {
        this.clock = clock;
    }

    /** Looks, unless it is too early; what was seen is never told again without a look. */
    synchronized Reading read(Supplier<Reading> look) {
        if (last == null || last.effect() || !clock.now().isBefore(next)) {
            last = look.get();
            next = clock.now().plus(APART);
        }
        return last;
    }
}
