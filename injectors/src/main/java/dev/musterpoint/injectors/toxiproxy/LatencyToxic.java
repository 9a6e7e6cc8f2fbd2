package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Delays all data, more or less evenly. */
final class LatencyToxic implements Toxic {
    @Override
    public String type() {
        return "latency";
    }

    @Override
    public String summary() {
        return "Delays all data that goes through a proxy";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.required("latency", ParameterType.DURATION, "The delay, in whole milliseconds"),
                Parameter.optional(
                        "jitter", ParameterType.DURATION, "0ms", "By how much more or less each delay may be"));
    }

    @Override
    public Map<String, Long> attributes(Params params) {
        long latency = Toxic.millis(params, "latency", Duration.ZERO);
        long jitter = Toxic.millis(params, "jitter", Duration.ZERO);
        if (jitter > latency) {
            throw new IllegalArgumentException("'jitter' must not be more than 'latency'");
        }
        return Map.of("latency", latency, "jitter", jitter);
    }
}
