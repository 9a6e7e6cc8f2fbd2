package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.FaultSpec;

/**
 * What a drill says of how a zone is cut.
 *
 * @param seconds how long each node stays cut, by its own kernel's clock
 */
record CutSettings(String image, String pullPolicy, long seconds) {
    static final String IMAGE = "image";
    static final String PULL_POLICY = "pullPolicy";

    CutSettings {
        Checks.text(image, IMAGE);
        Checks.text(pullPolicy, PULL_POLICY);
    }

    /** The cut lasts as long as the fault may stand, in whole seconds, rounded up: were it shorter, it would end unseen. */
    static CutSettings of(FaultSpec fault) {
        return new CutSettings(
                fault.params().text(IMAGE),
                fault.params().text(PULL_POLICY, "IfNotPresent"),
                fault.holdFor().plusSeconds(1).minusNanos(1).toSeconds());
    }
}
