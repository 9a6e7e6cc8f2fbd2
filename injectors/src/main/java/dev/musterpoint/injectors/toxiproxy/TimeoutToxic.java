package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Swallows all data. */
final class TimeoutToxic implements Toxic {
    @Override
    public String type() {
        return "timeout";
    }

    @Override
    public String summary() {
        return "Lets no data through a proxy, and ends connections after a while";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.optional(
                "timeout",
                ParameterType.DURATION,
                "0s: never",
                "How long a connection without data is kept, in whole milliseconds"));
    }

    @Override
    public Map<String, Long> attributes(Params params) {
        return Map.of("timeout", Toxic.millis(params, "timeout", Duration.ZERO));
    }
}
