package dev.musterpoint.drills.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A text that holds outputs of steps, which are not known before these were done. In {@link Params} it stands as a mapping
 * of its pieces and never as text, so that no value, whatever it looks like, is ever taken for a reference.
 */
public record ReferringText(List<Piece> pieces) {
    /** No author can write a key like this one with a list behind it. */
    private static final String STORED = "${}";

    public ReferringText {
        pieces = List.copyOf(pieces);
    }

    /** A stretch of plain text, or else a reference. */
    public record Piece(String text, Optional<OutputReference> reference) {
        public static Piece of(String text) {
            return new Piece(text, Optional.empty());
        }

        public static Piece of(OutputReference reference) {
            return new Piece("", Optional.of(reference));
        }
    }

    /** The form in which it stands among parameters. */
    public Object stored() {
        List<Object> stored = new ArrayList<>();
        for (Piece piece : pieces) {
            stored.add(piece.reference()
                    .<Object>map(reference -> List.of(reference.step(), reference.output()))
                    .orElse(piece.text()));
        }
        return Map.of(STORED, List.copyOf(stored));
    }

    /** What {@code value}, among parameters, stands for; empty when it is no such text. */
    public static Optional<ReferringText> of(Object value) {
        if (!(value instanceof Map<?, ?> map) || map.size() != 1 || !(map.get(STORED) instanceof List<?> stored)) {
            return Optional.empty();
        }
        List<Piece> pieces = new ArrayList<>();
        for (Object each : stored) {
            pieces.add(
                    each instanceof List<?> pair
                            ? Piece.of(new OutputReference(String.valueOf(pair.get(0)), String.valueOf(pair.get(1))))
                            : Piece.of(String.valueOf(each)));
        }
        return Optional.of(new ReferringText(pieces));
    }

    public Set<OutputReference> references() {
        return pieces.stream()
                .flatMap(piece -> piece.reference().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether it is a reference and nothing else. */
    public boolean isWhole() {
        return pieces.size() == 1 && pieces.get(0).reference().isPresent();
    }

    /** The text with values in place of the references, as they are. */
    public String filled(Function<OutputReference, String> values) {
        return pieces.stream()
                .map(piece -> piece.reference().map(values).orElse(piece.text()))
                .collect(Collectors.joining());
    }

    /** All references in {@code params}, at whatever depth. */
    public static Set<OutputReference> in(Params params) {
        Set<OutputReference> found = new LinkedHashSet<>();
        collect(params.values(), found);
        return found;
    }

    private static void collect(Object value, Set<OutputReference> found) {
        Optional<ReferringText> text = of(value);
        if (text.isPresent()) {
            found.addAll(text.get().references());
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, found));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, found));
        }
    }

    /** {@code params} with what {@code filling} makes of each such text in its place. */
    public static Params fill(Params params, Function<ReferringText, Object> filling) {
        Map<String, Object> filled = new LinkedHashMap<>();
        params.values().forEach((name, value) -> filled.put(name, fill(value, filling)));
        return new Params(filled);
    }

    /** As {@link #fill(Params, Function)}, for one value. */
    public static Object fill(Object value, Function<ReferringText, Object> filling) {
        Optional<ReferringText> text = of(value);
        if (text.isPresent()) {
            return filling.apply(text.get());
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> filled = new LinkedHashMap<>();
            map.forEach((key, each) -> filled.put(key, fill(each, filling)));
            return filled;
        }
        return value instanceof List<?> list
                ? list.stream().map(each -> fill(each, filling)).toList()
                : value;
    }

    /** As it is written in a file. */
    @Override
    public String toString() {
        return filled(OutputReference::toString);
    }
}
