package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;

/** Looks at something again and again until it is so, or time is up. */
final class Patience {
    private static final long POLL_MILLIS = 200;

    private final RunClock clock;
    private final Moment until;

    Patience(RunClock clock, Duration longest) {
        this.clock = clock;
        this.until = clock.now().plus(longest);
    }

    /** Looks once. */
    interface Look {
        boolean isSo() throws InjectionException;
    }

    /** @return whether it came to be so */
    boolean await(Look look) throws InjectionException {
        while (!look.isSo()) {
            if (!clock.now().isBefore(until)) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() throws InjectionException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException("interrupted while waiting for pods", e);
        }
    }
}
