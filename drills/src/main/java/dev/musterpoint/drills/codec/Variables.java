package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.OutputReference;
import dev.musterpoint.drills.spec.ReferringText;
import dev.musterpoint.drills.spec.ReferringText.Piece;
import dev.musterpoint.drills.spec.SecretNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts values in the place of {@code ${NAME}} and {@code ${NAME:-default}}, in the values of a parsed tree and never in
 * its keys, so that no value can change the structure. What was given comes before the environment, that before the
 * defaults the file declares, and those before the default written at the place. {@code $${} stands for {@code ${}.
 */
final class Variables {
    /** The values may not blow a small file up to more than the largest one. */
    private static final int MOST_CHARACTERS = SourceFile.MOST_BYTES;

    private final Map<String, String> given;
    private final Function<String, Optional<String>> environment;
    private final Map<String, Optional<String>> declared = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Problems problems;
    private int characters;

    Variables(Map<String, String> given, Function<String, Optional<String>> environment, Problems problems) {
        this.given = given;
        this.environment = environment;
        this.problems = problems;
    }

    /** Reads the mapping of names to defaults; a name without a value must be given. */
    void declare(Yaml node) {
        if (!(node instanceof Yaml.Mapping mapping)) {
            problems.add(node.place(), "'variables' must be a mapping of names, not " + node.noun());
            return;
        }
        for (Yaml.Entry entry : mapping.entries()) {
            declare(entry.key(), entry.value());
        }
    }

    private void declare(Yaml.Scalar name, Yaml value) {
        if (!Identifiers.isVariable(name.text())) {
            problems.add(
                    name.place(),
                    Quoted.of(name.text())
                            + " cannot be a variable's name: use letters, digits and '_', beginning with no digit");
        } else if (!(value instanceof Yaml.Scalar text)) {
            problems.add(
                    value.place(), "the default of '" + name.text() + "' must be a single value, not " + value.noun());
        } else if (text.text().contains("${")) {
            problems.add(text.place(), "the default of '" + name.text() + "' must not use another variable");
        } else {
            boolean secret = !text.isNull() && ClearSecrets.isNamed(name.text(), text, problems);
            declared.put(name.text(), text.isNull() || secret ? Optional.empty() : Optional.of(text.text()));
        }
    }

    /** A copy of {@code node} with the values in their places. */
    Yaml substitute(Yaml node) {
        if (node instanceof Yaml.Mapping mapping) {
            List<Yaml.Entry> entries = new ArrayList<>();
            mapping.entries().forEach(e -> entries.add(new Yaml.Entry(e.key(), substitute(e.value()))));
            return new Yaml.Mapping(mapping.place(), entries);
        }
        if (node instanceof Yaml.Sequence list) {
            return new Yaml.Sequence(
                    list.place(), list.items().stream().map(this::substitute).toList());
        }
        Yaml.Scalar scalar = (Yaml.Scalar) node;
        if (!scalar.text().contains("${")) {
            return scalar;
        }
        List<Piece> pieces = new ArrayList<>();
        return expand(scalar.text(), scalar.place(), pieces)
                .map(end -> node(scalar.place(), pieces, end))
                .orElseGet(() -> new Yaml.Unread(scalar.place()));
    }

    /** @param end what stands after the last of {@code pieces} */
    private static Yaml node(Place place, List<Piece> pieces, String end) {
        if (pieces.isEmpty()) {
            return new Yaml.Scalar(place, end, false);
        }
        pieces.add(Piece.of(end));
        pieces.removeIf(piece -> piece.reference().isEmpty() && piece.text().isEmpty());
        return new Yaml.Referring(place, new ReferringText(pieces));
    }

    /** Reports given variables that the file neither uses nor declares: most likely they are misspelt. */
    void reportUnused() {
        Collection<String> names = names();
        for (String name : given.keySet()) {
            if (!used.contains(name) && !declared.containsKey(name)) {
                problems.add("the variable " + Quoted.of(name) + " was given, but the file does not use it"
                        + Nearest.hint(name, names));
            }
        }
    }

    private Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(declared.keySet());
        names.addAll(used);
        return names;
    }

    /**
     * The text with its values in place; empty, with problems, when one of them cannot be had.
     *
     * @param pieces takes the text up to the last output of a step; the result is what stands behind it
     */
    private Optional<String> expand(String text, Place place, List<Piece> pieces) {
        StringBuilder out = new StringBuilder();
        boolean whole = true;
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$${", at)) {
                out.append("${");
                at += 3;
            } else if (text.startsWith("${", at)) {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    problems.add(place, "'${' is not closed by '}'; write '$${' for the characters themselves");
                    return Optional.empty();
                }
                whole &= put(text.substring(at + 2, end), place, out, pieces);
                at = end + 1;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return whole ? Optional.of(out.toString()) : Optional.empty();
    }

    /** @return whether what {@code reference} names can be had */
    private boolean put(String reference, Place place, StringBuilder out, List<Piece> pieces) {
        if (OutputReference.isMeant(reference)) {
            return output(reference, place, out, pieces);
        }
        Optional<String> value = value(reference, place);
        value.ifPresent(known -> append(out, known, place));
        return value.isPresent();
    }

    private boolean output(String reference, Place place, StringBuilder out, List<Piece> pieces) {
        try {
            OutputReference output = OutputReference.parse(reference);
            pieces.add(Piece.of(out.toString()));
            pieces.add(Piece.of(output));
            out.setLength(0);
            return true;
        } catch (IllegalArgumentException wrong) {
            problems.add(place, Quoted.of("${" + reference + "}") + " names nothing: " + wrong.getMessage());
            return false;
        }
    }

    private void append(StringBuilder out, String value, Place place) {
        characters += value.length();
        if (characters > MOST_CHARACTERS) {
            throw problems.fail(place, "the values of the variables make the file larger than 1 MiB");
        }
        out.append(value);
    }

    private Optional<String> value(String reference, Place place) {
        int split = reference.indexOf(":-");
        String name = split < 0 ? reference : reference.substring(0, split);
        if (!Identifiers.isVariable(name)) {
            problems.add(place, wrongName(name));
            return Optional.empty();
        }
        used.add(name);
        if (SecretNames.isSecret(name)) {
            problems.add(
                    place,
                    "the variable " + Quoted.of(name)
                            + " is a secret by its name, and its value would stand in plan and"
                            + " report; give it by reference where a secret is taken, as { env: " + Quoted.cut(name)
                            + " }, or name it for what it is");
            return Optional.empty();
        }
        Optional<String> value =
                find(name).or(() -> split < 0 ? Optional.empty() : Optional.of(reference.substring(split + 2)));
        if (value.isEmpty()) {
            reportUnknown(name, place);
        }
        return value;
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(given.get(name))
                .or(() -> environment.apply(name))
                .or(() -> declared.getOrDefault(name, Optional.empty()));
    }

    private static String wrongName(String name) {
        return Quoted.of("${" + name + "}") + " is no variable; write ${NAME} or ${NAME:-default}";
    }

    private void reportUnknown(String name, Place place) {
        Set<String> others = new LinkedHashSet<>(declared.keySet());
        others.addAll(given.keySet());
        others.remove(name);
        problems.add(
                place,
                "the variable " + Quoted.of(name) + " has no value; give it with --var " + name
                        + "=VALUE, or set it in the environment" + Nearest.hint(name, others));
    }
}
