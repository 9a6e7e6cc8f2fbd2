package dev.musterpoint.drills.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a list of things that each have a {@code name:} of their own: objectives, faults, steps. */
final class NamedItems {
    private final String kind;
    private final Problems problems;
    private final Map<String, Place> places = new LinkedHashMap<>();

    NamedItems(String kind, Problems problems) {
        this.kind = kind;
        this.problems = problems;
    }

    <T> List<T> read(List<Yaml> items, Function<Fields, Optional<T>> reader) {
        List<T> things = new ArrayList<>();
        int number = 0;
        for (Yaml item : items) {
            number++;
            Optional<Yaml.Scalar> name = nameOf(item);
            name.ifPresent(this::take);
            String what = kind + " " + name.map(n -> Quoted.of(n.text())).orElse(String.valueOf(number));
            Fields.of(item, what, problems).flatMap(reader).ifPresent(things::add);
        }
        return things;
    }

    /** All names, also those of things that could not be read. */
    Names names() {
        return new Names(kind, places.keySet());
    }

    private void take(Yaml.Scalar name) {
        Place first = places.putIfAbsent(name.text(), name.place());
        if (first != null) {
            problems.add(
                    name.place(),
                    "two " + kind + "s are named " + Quoted.of(name.text()) + "; the first is in line " + first.line());
        }
    }

    private static Optional<Yaml.Scalar> nameOf(Yaml item) {
        return item instanceof Yaml.Mapping mapping
                ? mapping.find("name")
                        .filter(Yaml.Scalar.class::isInstance)
                        .map(Yaml.Scalar.class::cast)
                        .filter(name -> !name.isNull())
                : Optional.empty();
    }
}
