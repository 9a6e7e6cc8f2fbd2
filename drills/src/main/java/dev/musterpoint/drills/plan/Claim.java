package dev.musterpoint.drills.plan;

import dev.musterpoint.drills.spec.Checks;
import java.util.Objects;

/**
 * Something that a run has for itself alone while it goes on.
 *
 * @param name     what people call it: a target's id, a service's name
 * @param identity what it is, whatever a drill calls it; equal for two drills that mean the same thing
 */
public record Claim(Kind kind, String name, String identity) {
    public Claim {
        Objects.requireNonNull(kind);
        Checks.text(name, "claim name");
        Checks.text(identity, "claim identity");
    }

    /** {@code target 'db/primary'}. */
    @Override
    public String toString() {
        return (kind == Kind.TARGET ? "target" : "service") + " '" + name + "'";
    }

    /** What is claimed. */
    public enum Kind {
        /** What users depend on; two drills at once would spoil each other's measurements. */
        SERVICE,
        /** What a fault changes; what a run left there must be gone before the next one touches it. */
        TARGET
    }
}
