package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.util.List;
import java.util.Map;

/** Lets only so much through in a second. */
final class BandwidthToxic implements Toxic {
    @Override
    public String type() {
        return "bandwidth";
    }

    @Override
    public String summary() {
        return "Limits how much goes through a proxy in a second";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.required("rate", ParameterType.INTEGER, "Kilobytes a second, for each connection"));
    }

    @Override
    public Map<String, Long> attributes(Params params) {
        return Map.of("rate", Toxic.number(params, "rate", 0, 1));
    }
}
