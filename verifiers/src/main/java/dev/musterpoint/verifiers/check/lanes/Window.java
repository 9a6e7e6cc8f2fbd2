package dev.musterpoint.verifiers.check.lanes;

import dev.musterpoint.drills.evidence.Moment;
import java.util.Objects;

/**
 * The time in which the fault acted, from which recovery is counted.
 *
 * @param earliest T0⁻, before which it cannot have acted; for an observed incident the moment watching for it began
 * @param latest   T0⁺, by when it had acted
 * @param origin   what the two mean, which settles where the interval's bounds are counted from
 */
public record Window(Moment earliest, Moment latest, Origin origin) {

    /** What is known of when the fault acted. */
    public enum Origin {
        /** A read saw its effect at T0⁺. */
        EFFECT_SEEN,
        /** It was asked for, and no read saw the effect: it may have acted as late as the first failure. */
        ASKED_FOR,
        /** A disaster was declared: the time is counted from that, exactly. */
        DECLARED,
        /** A fail-back took the service from its server: the time is counted from the start of that, exactly. */
        SWITCH,
        /** Nothing was injected: the incident is known from its failures alone. */
        OBSERVED
    }

    public Window {
        Objects.requireNonNull(earliest);
        Objects.requireNonNull(latest);
        Objects.requireNonNull(origin);
    }

    /** The moment the lower bound is counted from, given the earliest completion of a proven failure. */
    long lowerOrigin(long earliestBadEnd) {
        return switch (origin) {
            case EFFECT_SEEN, DECLARED, SWITCH -> latest.nanos();
            case ASKED_FOR -> Math.max(latest.nanos(), earliestBadEnd);
            case OBSERVED -> earliestBadEnd;
        };
    }
}
