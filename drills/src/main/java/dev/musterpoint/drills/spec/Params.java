package dev.musterpoint.drills.spec;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one fault, probe, workload, system or step, as plain values (text, numbers, booleans, lists, maps).
 * The codec has checked them against the provider's declared parameters; the getters read them in their own types.
 */
public record Params(Map<String, Object> values) {
    public static final Params NONE = new Params(Map.of());

    public Params {
        LinkedHashMap<String, Object> plain = new LinkedHashMap<>();
        // A number is a number whether it was written by hand or read back from a stored plan.
        values.forEach((name, value) -> plain.put(name, plain(value)));
        values = Checks.ordered(plain);
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            LinkedHashMap<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, nested) -> copy.put(key, plain(nested)));
            return Collections.unmodifiableMap(copy);
        }
        return value instanceof Integer i ? (Object) i.longValue() : value;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The text under {@code name}. @throws IllegalArgumentException when there is none */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is missing"));
    }

    public String text(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf);
    }

    public int integer(String name, int otherwise) {
        return find(name).map(Integer::parseInt).orElse(otherwise);
    }

    public long number(String name, long otherwise) {
        return find(name).map(Long::parseLong).orElse(otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return find(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    public Duration duration(String name, Duration otherwise) {
        return find(name).map(Durations::parse).orElse(otherwise);
    }

    public Rate rate(String name, Rate otherwise) {
        return find(name).map(Rate::parse).orElse(otherwise);
    }

    /** The list under {@code name} as texts; empty when there is none. */
    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : find(name).map(List::of).orElse(List.of());
    }

    /** The map under {@code name}; {@link #NONE} when there is none. */
    public Params nested(String name) {
        if (!(values.get(name) instanceof Map<?, ?> map)) {
            return NONE;
        }
        LinkedHashMap<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return new Params(copy);
    }

    /** These parameters and one more, in place of one of the same name. */
    public Params with(String name, Object value) {
        LinkedHashMap<String, Object> all = new LinkedHashMap<>(values);
        all.put(name, value);
        return new Params(all);
    }
}
