package dev.musterpoint.verifiers.probe.http;

import dev.musterpoint.connections.secret.SecretReference;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Redactor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The headers of a probe's requests. Secrets among them stand in the drill by reference only. */
final class Headers {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern SECRET =
            Pattern.compile("authorization|cookie|token|secret|passw|api-?key", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OURS = Set.of("connection", "content-length", "transfer-encoding", "expect");

    private Headers() {}

    /** The headers with their secrets, which {@code redactor} then knows. */
    static Map<String, String> resolve(Params headers, Redactor redactor) {
        Map<String, String> all = new LinkedHashMap<>();
        headers.values()
                .forEach((name, value) -> all.put(name, value(headers, name, value instanceof Map<?, ?>, redactor)));
        return all;
    }

    private static String value(Params headers, String name, boolean reference, Redactor redactor) {
        String value = reference ? SecretReference.of(headers.nested(name)).resolve(redactor) : headers.text(name);
        if (isBroken(value)) {
            throw new IllegalArgumentException(
                    "the value of header '" + name + "' holds a line break; headers are one line");
        }
        return value;
    }

    /** The names of those that are secrets, in lower case. */
    static Set<String> secret(Params headers) {
        return headers.values().keySet().stream()
                .filter(name ->
                        isReference(headers, name) || SECRET.matcher(name).find())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<String> problems(Params headers) {
        return headers.values().keySet().stream()
                .flatMap(name -> problem(headers, name).stream())
                .toList();
    }

    private static List<String> problem(Params headers, String name) {
        if (!NAME.matcher(name).matches()) {
            return List.of("'" + name + "' is no name for a header");
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            return List.of("the header '" + name + "' is set by the probe itself; leave it out");
        }
        if (isReference(headers, name)) {
            return List.of();
        }
        if (SECRET.matcher(name).find()) {
            return List.of("the header '" + name + "' holds a secret; say where it is found, { env: NAME } or"
                    + " { file: PATH }, and do not write it here");
        }
        return isBroken(headers.text(name)) ? List.of("the header '" + name + "' holds a line break") : List.of();
    }

    private static boolean isReference(Params headers, String name) {
        return headers.values().get(name) instanceof Map<?, ?>;
    }

    private static boolean isBroken(String value) {
        return value.chars().anyMatch(each -> each == '\r' || each == '\n' || each == 0);
    }
}
