package dev.musterpoint.programme.halt;

import dev.musterpoint.drills.spec.Checks;
import java.time.Instant;
import java.util.Objects;

/**
 * The lever is engaged: why, by whom, and since when. Also the form of the file.
 *
 * @param at wall-clock time, for people
 */
public record Halt(String reason, String by, Instant at) {
    public Halt {
        Checks.text(reason, "reason");
        Checks.text(by, "by");
        Objects.requireNonNull(at);
    }

    /** {@code 'the shop is on fire' (jane, 2026-11-21T09:00:00Z)} */
    @Override
    public String toString() {
        return "'" + reason + "' (" + by + ", " + at + ")";
    }
}
