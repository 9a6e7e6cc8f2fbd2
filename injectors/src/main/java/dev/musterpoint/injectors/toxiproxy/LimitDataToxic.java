package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.util.List;
import java.util.Map;

/** Ends connections that have carried so much. */
final class LimitDataToxic implements Toxic {
    @Override
    public String type() {
        return "limit_data";
    }

    @Override
    public String summary() {
        return "Ends each connection through a proxy once it has carried so many bytes";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.required("bytes", ParameterType.INTEGER, "How many bytes"));
    }

    @Override
    public Map<String, Long> attributes(Params params) {
        return Map.of("bytes", Toxic.number(params, "bytes", 0, 0));
    }
}
