package dev.musterpoint.drills.spec;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What stops the drill at once: something that the drill must not harm begins to fail.
 *
 * @param probe         what watches it
 * @param errorsAbove   the share of the probe's attempts that may fail; more is a breach
 * @param lasting       how long a breach must last ({@code for:} in drill files)
 * @param phases        the phases in which it applies
 * @param onUnknown     what happens when the probe says nothing for {@code unreadableFor}; before the first fault that
 *     always counts as a no
 * @param unreadableFor how long the probe may say nothing
 */
public record Guardrail(
        String probe,
        Share errorsAbove,
        Duration lasting,
        Set<Phase> phases,
        OnUnknown onUnknown,
        Duration unreadableFor) {
    public static final Duration DEFAULT_LASTING = Duration.ofSeconds(10);
    public static final Duration DEFAULT_UNREADABLE_FOR = Duration.ofSeconds(60);
    /** A shorter breach is a blink, which any service may have. */
    public static final Duration SHORTEST = Duration.ofSeconds(1);

    public Guardrail {
        Checks.text(probe, "probe");
        Objects.requireNonNull(errorsAbove);
        if (errorsAbove.value() >= 1) {
            throw new IllegalArgumentException("errorsAbove must be below 100 %: more than all cannot fail");
        }
        Checks.positive(lasting, "for");
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("phases must not be empty: the guardrail would never apply");
        }
        phases = Collections.unmodifiableSet(EnumSet.copyOf(phases));
        Objects.requireNonNull(onUnknown);
        Checks.positive(unreadableFor, "unreadableFor");
    }

    /** The condition in words: {@code errors above 5 % for 30 s}. */
    public String limit() {
        return "errors above " + errorsAbove + " for " + Durations.format(lasting);
    }

    /** The phases that a guardrail can end; recovery, which follows them, must never be cut short. */
    public enum Phase {
        BASELINE,
        INJECTING,
        RESPONDING
    }

    /** What happens when what a guardrail watches cannot be read. */
    public enum OnUnknown {
        ABORT,
        IGNORE
    }
}
