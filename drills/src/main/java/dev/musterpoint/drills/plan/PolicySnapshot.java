package dev.musterpoint.drills.plan;

import dev.musterpoint.drills.spec.Checks;

/**
 * The policy in force when the plan was made.
 *
 * @param source             where it came from, in words
 * @param outsideSandbox     whether targets outside a sandbox are allowed
 */
public record PolicySnapshot(String source, boolean outsideSandbox) {
    /** What holds when there is no policy file: drills may touch sandboxes only. */
    public static final PolicySnapshot BUILT_IN = new PolicySnapshot("built in: sandboxes only", false);

    public PolicySnapshot {
        Checks.text(source, "policy source");
    }
}
