package dev.musterpoint.verifiers.check.lanes;

import dev.musterpoint.drills.evidence.AnswerKind;
import java.util.Objects;

/**
 * Classes observations. A pause of the runner can only make an answer look later than it was: a good answer stays good
 * under one, a failure no longer proves anything.
 *
 * @param latencyBelow ℓ, in nanoseconds
 * @param slack        σ, in nanoseconds
 */
public record Classing(long latencyBelow, long slack, Pauses pauses) {
    public Classing {
        Objects.requireNonNull(pauses);
    }

    /** The class of an observation that started at {@code a} and ended at {@code c}. */
    public Sight of(AnswerKind kind, long a, long c) {
        if (kind == AnswerKind.CORRECT && c - a <= latencyBelow) {
            return Sight.GOOD;
        }
        return looksBad(kind, a, c) && !pauses.overlap(a, c) ? Sight.BAD : Sight.UNKNOWN;
    }

    /** Whether it would be {@link Sight#BAD} had the runner not paused. */
    public boolean tainted(AnswerKind kind, long a, long c) {
        return looksBad(kind, a, c) && pauses.overlap(a, c);
    }

    private boolean looksBad(AnswerKind kind, long a, long c) {
        return switch (kind) {
            case ERROR -> true;
            case CORRECT, TIMEOUT -> c - a > latencyBelow + slack;
            case NOT_STARTED -> false;
        };
    }
}
