package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Ends connections after a while, and lets no data through until then.
 *
 * @param without what leaving {@code timeout} out means
 * @param meaning what {@code timeout} is
 */
record EndingToxic(String type, String summary, String without, String meaning) implements Toxic {
    /** Swallows all data. */
    static final Toxic TIMEOUT = new EndingToxic(
            "timeout",
            "Lets no data through a proxy, and ends connections after a while",
            "0s: never",
            "How long a connection without data is kept, in whole milliseconds");
    /** Answers the first data with a TCP reset. */
    static final Toxic RESET_PEER = new EndingToxic(
            "reset_peer",
            "Resets connections through a proxy once data comes",
            "0s: at once",
            "How long after the first data, in whole milliseconds");

    private static final String AFTER = "timeout";

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.optional(AFTER, ParameterType.DURATION, without, meaning));
    }

    @Override
    public Map<String, Long> attributes(Params params) {
        return Map.of(AFTER, Toxic.millis(params, AFTER, Duration.ZERO));
    }
}
