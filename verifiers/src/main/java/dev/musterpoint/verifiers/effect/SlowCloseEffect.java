package dev.musterpoint.verifiers.effect;

import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.RunClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** Sees that connections end later: by half the delay that a fault should add, or more, than the slowest before. */
final class SlowCloseEffect implements EffectWatch {
    private static final int BEFORE = 5;
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final ProxyKnock knock;
    private final Duration delay;
    private final Duration before;
    private final Pace pace;

    /** Knocks a few times to see what is usual. */
    SlowCloseEffect(ProxyKnock knock, Duration delay, RunClock clock) throws InjectionException {
        this.knock = knock;
        this.delay = delay;
        this.pace = new Pace(clock);
        this.before = slowest();
    }

    private Duration slowest() throws InjectionException {
        try {
            Duration slowest = Duration.ZERO;
            for (int i = 0; i < BEFORE; i++) {
                slowest = Collections.max(List.of(slowest, knock.hangUp(A_WHILE)));
            }
            return slowest;
        } catch (IOException e) {
            throw new InjectionException(knock + " cannot be connected to: " + e.getMessage(), e);
        }
    }

    @Override
    public Reading read() {
        return pace.read(this::look);
    }

    /** A delay of nothing is never seen, and neither is one that is no longer than what there was before. */
    private Reading look() {
        try {
            Duration least = before.plus(delay.dividedBy(2));
            Duration now = knock.hangUp(before.plus(delay).plus(A_WHILE));
            boolean seen = delay.compareTo(before) > 0 && now.compareTo(least) >= 0;
            return new Reading(
                    seen,
                    "a connection to " + knock + " ended after " + Durations.format(now) + ", and before after "
                            + Durations.format(before) + " at most");
        } catch (IOException e) {
            return new Reading(false, knock + " cannot be connected to: " + e.getMessage());
        }
    }
}
