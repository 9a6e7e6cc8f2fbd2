package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keeps connections open that have ended. */
final class SlowCloseToxic implements Toxic {
    @Override
    public String type() {
        return "slow_close";
    }

    @Override
    public String summary() {
        return "Delays the end of connections through a proxy";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.required("delay", ParameterType.DURATION, "By how much, in whole milliseconds"));
    }

    @Override
    public Map<String, Long> attributes(Params params) {
        return Map.of("delay", Toxic.millis(params, "delay", Duration.ZERO));
    }
}
