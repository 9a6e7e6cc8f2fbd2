package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Answers the first data with a TCP reset. */
final class ResetPeerToxic implements Toxic {
    @Override
    public String type() {
        return "reset_peer";
    }

    @Override
    public String summary() {
        return "Resets connections through a proxy once data comes";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.optional(
                "timeout",
                ParameterType.DURATION,
                "0s: at once",
                "How long after the first data, in whole milliseconds"));
    }

    @Override
    public Map<String, Long> attributes(Params params) {
        return Map.of("timeout", Toxic.millis(params, "timeout", Duration.ZERO));
    }
}
