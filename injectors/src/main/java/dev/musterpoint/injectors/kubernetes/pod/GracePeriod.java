package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.time.Duration;
import java.util.Optional;

/** How long a pod's containers may take to end, once they are told to, before they are killed. */
public final class GracePeriod {
    private static final String NAME = "gracePeriod";

    private GracePeriod() {}

    /** How drills say it. */
    public static Parameter parameter() {
        return Parameter.optional(
                NAME,
                ParameterType.DURATION,
                "the pod's own",
                "How long its containers may take to end once they are told to, in whole seconds; with 0s the pod is"
                        + " forgotten at once, and its containers end a moment later, which nobody sees");
    }

    /** Whole seconds, rounded up; empty for the pod's own. */
    public static Optional<Long> seconds(Params params) {
        return params.find(NAME)
                .map(given -> params.duration(NAME, Duration.ZERO))
                .map(grace -> grace.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
