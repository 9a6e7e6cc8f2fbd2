package dev.musterpoint.drills.plan;

import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.Share;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing a fault will touch, by name.
 *
 * @param id         what it is called ({@code db/primary}, {@code pid 4711})
 * @param kind       what it is, in the plural that blast radius counts ({@code processes})
 * @param group      what it is one of
 * @param groupSize  how many of them there are
 * @param inSandbox  whether it belongs to a sandbox that the run itself makes
 * @param attributes what identifies it further, as known when planned
 */
public record Target(
        String id, String kind, String group, int groupSize, boolean inSandbox, Map<String, String> attributes) {
    /** The attribute that holds the {@link #address}. */
    public static final String ADDRESS = "address";

    public Target {
        Checks.text(id, "target id");
        Checks.text(kind, "target kind");
        Checks.text(group, "target group");
        Checks.atLeast(groupSize, 1, "groupSize");
        // Sorted, so that the same targets give the same bytes, and the plan the same digest.
        attributes = Checks.ordered(new TreeMap<>(attributes));
    }

    /**
     * What it is called wherever it is met, whatever a drill calls its system: what policies allow and locks are taken of. Its
     * attribute {@value #ADDRESS} ({@code kubernetes://host:6443/shop/pods/web-1}), or else its id.
     */
    public String address() {
        return attributes.getOrDefault(ADDRESS, id);
    }

    /** The share of its group that this one target is. */
    public Share share() {
        return Share.of(1, groupSize);
    }
}
