package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the keys of one mapping. Each getter makes its key known; {@link #finish} reports every key that nobody asked
 * for, so that the readers themselves are the only list of what is allowed. A getter whose value is wrong reports that
 * and answers as if the key were absent.
 */
public final class Fields {
    /** Stands where a needed text is missing, which has been reported: the result will be thrown away. */
    public static final String MISSING = "missing";

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Place place;
    private final Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
    private final String what;
    private final Problems problems;
    private final Scalars scalars;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();

    private Fields(Yaml.Mapping mapping, String what, Problems problems) {
        this.place = mapping.place();
        mapping.entries().forEach(entry -> entries.put(entry.key().text(), entry));
        this.what = what;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The fields of {@code node}; empty, with a problem, when it is no mapping. */
    static Optional<Fields> of(Yaml node, String what, Problems problems) {
        if (node instanceof Yaml.Mapping mapping) {
            return Optional.of(new Fields(mapping, what, problems));
        }
        if (!(node instanceof Yaml.Unread)) {
            problems.add(node.place(), what + " must be a mapping, not " + node.noun());
        }
        return Optional.empty();
    }

    Place place() {
        return place;
    }

    Problems problems() {
        return problems;
    }

    /** What this mapping is, in the words of messages: {@code probe 'write'}. */
    String what() {
        return what;
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Every key there is, for mappings whose keys are the author's to choose. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    public void require(String... keys) {
        for (String key : keys) {
            if (!has(key)) {
                problems.add(place, what + " needs '" + key + "'");
            }
        }
    }

    Optional<Yaml> node(String key) {
        known.add(key);
        Optional<Yaml> node = Optional.ofNullable(entries.get(key)).map(Yaml.Entry::value);
        if (node.isPresent() && node.get() instanceof Yaml.Scalar scalar && scalar.isNull()) {
            problems.add(scalar.place(), "'" + key + "' has no value; give it one, or leave the key out");
            return Optional.empty();
        }
        return node.filter(value -> !(value instanceof Yaml.Unread));
    }

    Optional<Yaml.Scalar> scalar(String key) {
        Optional<Yaml> node = node(key);
        if (node.isEmpty() || node.get() instanceof Yaml.Scalar) {
            return node.map(Yaml.Scalar.class::cast);
        }
        problems.add(
                node.get().place(),
                "'" + key + "' must be a single value, not " + node.get().noun());
        return Optional.empty();
    }

    public Optional<Fields> mapping(String key) {
        return node(key).flatMap(node -> of(node, "'" + key + "'", problems));
    }

    /** The entries of a mapping from names to things: systems, probes, workloads. */
    List<Yaml.Entry> entries(String key) {
        Optional<Yaml> node = node(key);
        if (node.isPresent() && node.get() instanceof Yaml.Mapping named) {
            return named.entries();
        }
        node.ifPresent(
                other -> problems.add(other.place(), "'" + key + "' must be a mapping of names, not " + other.noun()));
        return List.of();
    }

    /** The items of a list. */
    List<Yaml> items(String key) {
        Optional<Yaml> node = node(key);
        if (node.isPresent() && node.get() instanceof Yaml.Sequence list) {
            return list.items();
        }
        node.ifPresent(other -> problems.add(other.place(), "'" + key + "' must be a list, not " + other.noun()));
        return List.of();
    }

    /** The items of a list that must not be empty. */
    List<Yaml> filledItems(String key) {
        node(key)
                .filter(node ->
                        node instanceof Yaml.Sequence list && list.items().isEmpty())
                .ifPresent(list -> problems.add(list.place(), "'" + key + "' must not be empty"));
        return items(key);
    }

    /** The {@code items} of {@code key}, which must be single values. */
    List<Yaml.Scalar> scalars(String key, List<Yaml> items) {
        List<Yaml.Scalar> texts = new ArrayList<>();
        for (Yaml item : items) {
            if (item instanceof Yaml.Scalar scalar && !scalar.isNull()) {
                texts.add(scalar);
            } else if (!(item instanceof Yaml.Unread)) {
                problems.add(item.place(), "'" + key + "' must be a list of single values");
            }
        }
        return texts;
    }

    public Optional<String> text(String key) {
        return scalar(key).flatMap(scalar -> scalars.text(key, scalar));
    }

    public Optional<String> line(String key) {
        return scalar(key).flatMap(scalar -> scalars.line(key, scalar));
    }

    /** A duration of 0 or more. */
    public Optional<Duration> duration(String key) {
        return scalar(key).flatMap(scalar -> scalars.duration(key, scalar));
    }

    /** A duration of 1 ms or more: nothing here can be timed more finely. */
    public Optional<Duration> positive(String key) {
        return scalar(key).flatMap(scalar -> scalars.duration(key, scalar, SHORTEST));
    }

    public Optional<Integer> integer(String key, int least, int most) {
        return scalar(key).flatMap(scalar -> scalars.integer(key, scalar, least, most));
    }

    public Optional<String> choice(String key, List<String> choices) {
        return scalar(key).flatMap(scalar -> scalars.choice(key, scalar, choices));
    }

    public Optional<Share> share(String key) {
        return scalar(key).flatMap(scalar -> scalars.share(key, scalar));
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String key) {
        return scalar(key).flatMap(scalar -> scalars.flag(key, scalar));
    }

    /** What {@code parser} makes of the value; its {@link IllegalArgumentException} becomes a problem. */
    public <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return scalar(key).flatMap(scalar -> scalars.parse(key, scalar, parser));
    }

    /** The single values of a list, each through {@code parser}. */
    public <T> List<T> parsedItems(String key, Function<String, T> parser) {
        return scalars(key, items(key)).stream()
                .flatMap(scalar -> scalars.parse(key, scalar, parser).stream())
                .toList();
    }

    /** The lines of a list, each through {@code parser}, which must go through it once: paths, names of hosts. */
    public <T> List<T> parsedLines(String key, Function<String, T> parser) {
        return scalars(key, items(key)).stream()
                .filter(scalar -> scalars.line(key, scalar).isPresent())
                .flatMap(scalar -> scalars.parseText(key, scalar, parser).stream())
                .toList();
    }

    /** The lines of a list. */
    public List<String> lines(String key) {
        return scalars(key, items(key)).stream()
                .flatMap(scalar -> scalars.line(key, scalar).stream())
                .toList();
    }

    /** The mappings of a list, each with how messages name it: {@code freeze 2}. */
    public List<Fields> mappings(String key, String noun) {
        List<Fields> mappings = new ArrayList<>();
        List<Yaml> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            of(items.get(i), noun + " " + (i + 1), problems).ifPresent(mappings::add);
        }
        return mappings;
    }

    /** Adds a problem with this mapping as a whole. */
    public void problem(String message) {
        problems.add(place, what + ": " + message);
    }

    /** Refuses keys that the format will have and this version does not: they must not be ignored in silence. */
    void later(String... keys) {
        for (String key : keys) {
            if (!known.contains(key) && refused.add(key)) {
                keyPlace(key)
                        .ifPresent(place -> problems.add(place, "'" + key + "' is not supported by this version yet"));
            }
        }
    }

    /** Refuses {@code key}, where it stands, with a message of its own. */
    void refuse(String key, String message) {
        refused.add(key);
        keyPlace(key).ifPresent(place -> problems.add(place, message));
    }

    /** Reports every key that nobody asked for. */
    public void finish() {
        for (Yaml.Entry entry : entries.values()) {
            String key = entry.key().text();
            if (!known.contains(key) && !refused.contains(key)) {
                problems.add(
                        entry.key().place(),
                        "unknown key " + Quoted.of(key) + " in " + what + Nearest.hint(key, known, "it may hold"));
            }
        }
    }

    private Optional<Place> keyPlace(String key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> entry.key().place());
    }
}
