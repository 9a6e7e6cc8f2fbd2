package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.spec.Checks;
import java.util.Objects;

/**
 * One reason why a drill cannot be planned.
 *
 * @param subject what of the drill it is about: {@code fault 'the primary dies'}
 * @param message what is wrong and what to do
 */
public record Refusal(Ground ground, String subject, String message) {
    public Refusal {
        Objects.requireNonNull(ground);
        Checks.text(subject, "subject");
        Checks.text(message, "message");
    }

    @Override
    public String toString() {
        return subject + ": " + message;
    }

    /** What stands against the plan. */
    public enum Ground {
        /** The drill as written cannot be carried out. */
        DRILL,
        /** It could be, and the policy in force does not allow it. */
        POLICY
    }
}
