package dev.musterpoint.verifiers.probe.http;

import dev.musterpoint.drills.codec.JsonText;
import dev.musterpoint.drills.spec.NumberRange;
import dev.musterpoint.drills.spec.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What makes an answer correct, besides its latency.
 *
 * @param headers  values that headers must have, by name
 * @param contains what the body must contain
 * @param pointer  where in a body of JSON something must stand
 * @param equal    what must stand there; anything, when empty
 */
record Expectation(
        List<NumberRange> status,
        Map<String, String> headers,
        Optional<String> contains,
        Optional<String> pointer,
        Optional<String> equal) {
    private static final List<NumberRange> SUCCESS = List.of(new NumberRange(200, 299));

    static Expectation of(Params expect) {
        List<NumberRange> status =
                expect.texts("status").stream().map(NumberRange::parse).toList();
        Map<String, String> headers = new LinkedHashMap<>();
        expect.nested("header").values().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        Params body = expect.nested("body");
        return new Expectation(
                status.isEmpty() ? SUCCESS : status,
                headers,
                body.find("contains"),
                body.find("pointer"),
                body.find("equals"));
    }

    /** What of {@code answer} is not as expected, in words; empty when all is. */
    Optional<String> unmet(HttpAnswer answer) {
        if (status.stream().noneMatch(range -> range.contains(answer.status()))) {
            String expected = status.stream().map(NumberRange::toString).collect(Collectors.joining(", "));
            return Optional.of("status " + answer.status() + ", not " + expected);
        }
        return header(answer).or(() -> text(answer)).or(() -> json(answer));
    }

    private Optional<String> header(HttpAnswer answer) {
        return headers.entrySet().stream()
                .map(expected -> {
                    Optional<String> found = answer.header(expected.getKey().toLowerCase(Locale.ROOT));
                    String difference = "header " + expected.getKey() + " is "
                            + found.map(value -> "'" + Excerpt.of(value) + "'").orElse("missing") + ", not '"
                            + expected.getValue() + "'";
                    return found.filter(expected.getValue()::equals).isPresent() ? null : difference;
                })
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Optional<String> text(HttpAnswer answer) {
        return contains.filter(text -> !answer.text().contains(text))
                .map(text -> "the body does not contain '" + text + "'" + cut(answer));
    }

    private Optional<String> json(HttpAnswer answer) {
        if (pointer.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<String> found = JsonText.at(answer.text(), pointer.get());
            if (found.isEmpty()) {
                return Optional.of("nothing stands at " + pointer.get() + " of the body");
            }
            return equal.filter(value -> !value.equals(found.get()))
                    .map(value ->
                            pointer.get() + " of the body is '" + Excerpt.of(found.get()) + "', not '" + value + "'");
        } catch (IllegalArgumentException e) {
            return Optional.of("the body cannot be read: " + e.getMessage() + cut(answer));
        }
    }

    private static String cut(HttpAnswer answer) {
        return answer.truncated() ? ", of which only the first 1 MiB is read" : "";
    }
}
