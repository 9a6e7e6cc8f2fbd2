package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One kind of toxic: how a drill writes it, and how Toxiproxy's API does (its README names types, attributes and units). */
interface Toxic {
    /** The API's name, such as {@code slow_close}. */
    String type();

    /** What it does, for the catalogue. */
    String summary();

    /** What a drill says of it, besides what all toxics have. */
    List<Parameter> parameters();

    /** The API's attributes, in its units. @throws IllegalArgumentException naming the parameter that is wrong */
    Map<String, Long> attributes(Params params);

    /** The fault type: {@code toxiproxy/slow-close}. */
    default String faultType() {
        return "toxiproxy/" + type().replace('_', '-');
    }

    /** A duration in whole milliseconds. */
    static long millis(Params params, String name, Duration otherwise) {
        Duration duration = params.duration(name, otherwise);
        if (duration.toNanos() % 1_000_000 != 0) {
            throw new IllegalArgumentException("'" + name + "' must be whole milliseconds");
        }
        return duration.toMillis();
    }

    /** A number that is not less than {@code least}. */
    static long number(Params params, String name, long otherwise, long least) {
        long number = params.number(name, otherwise);
        if (number < least) {
            throw new IllegalArgumentException("'" + name + "' must be " + least + " or more");
        }
        return number;
    }
}
