package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Cuts data into small pieces, with pauses between them. */
final class SlicerToxic implements Toxic {
    @Override
    public String type() {
        return "slicer";
    }

    @Override
    public String summary() {
        return "Cuts data that goes through a proxy into pieces, with a pause after each";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.required("averageSize", ParameterType.INTEGER, "The size of a piece, in bytes"),
                Parameter.optional("sizeVariation", ParameterType.INTEGER, "0", "By how many bytes more or less"),
                Parameter.required(
                        "delay", ParameterType.DURATION, "The pause after each piece, in whole microseconds"));
    }

    @Override
    public Map<String, Long> attributes(Params params) {
        long size = Toxic.number(params, "averageSize", 0, 1);
        long variation = Toxic.number(params, "sizeVariation", 0, 0);
        if (variation >= size) {
            throw new IllegalArgumentException("'sizeVariation' must be less than 'averageSize'");
        }
        long micros = params.duration("delay", Duration.ZERO).toNanos() / 1000;
        return Map.of("average_size", size, "size_variation", variation, "delay", micros);
    }
}
