package dev.musterpoint.drills.spec;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Hard limits on what one fault may touch.
 *
 * @param counts the most targets of a kind ({@code processes: 1}); a kind not named has no limit of its own
 * @param share  the largest share of any target's group
 */
public record BlastRadius(Map<String, Integer> counts, Optional<Share> share) {
    public static final BlastRadius UNSTATED = new BlastRadius(Map.of(), Optional.empty());

    public BlastRadius {
        counts = Checks.ordered(counts);
        counts.forEach((kind, most) -> Checks.atLeast(most, 1, "blastRadius." + kind));
        Objects.requireNonNull(share);
    }
}
