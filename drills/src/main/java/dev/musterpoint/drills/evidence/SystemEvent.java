package dev.musterpoint.drills.evidence;

import dev.musterpoint.drills.spec.Checks;
import java.time.Instant;
import java.util.Objects;

/**
 * One thing that a system noted itself.
 *
 * @param at      when, by the system's own clock
 * @param subject what of it, such as {@code pod shop/web-1}
 * @param what    what came over it, in a word or two
 * @param detail  more of it, in the system's words; may be empty
 */
public record SystemEvent(Instant at, String subject, String what, String detail) {
    private static final int LONGEST = 300;

    public SystemEvent {
        Objects.requireNonNull(at);
        Checks.text(subject, "subject");
        Checks.text(what, "what");
        Objects.requireNonNull(detail);
    }

    /** This event with a detail of {@value #LONGEST} characters at most, which shows that it was cut. */
    SystemEvent brief() {
        return detail.length() <= LONGEST
                ? this
                : new SystemEvent(at, subject, what, detail.substring(0, LONGEST - 1) + "…");
    }
}
