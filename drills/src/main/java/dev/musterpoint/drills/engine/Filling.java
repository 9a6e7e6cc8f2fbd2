package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.spec.BoundStatement;
import dev.musterpoint.drills.spec.OutputReference;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ReferringAddress;
import dev.musterpoint.drills.spec.ReferringText;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What steps published so far, and how it gets into the parameters of later steps and probes: as a value that stays what
 * it is, and is never read as part of a language. Thread-safe.
 */
final class Filling {
    private final Map<OutputReference, String> published = new HashMap<>();

    synchronized void publish(String step, Map<String, String> outputs) {
        outputs.forEach((name, value) -> published.put(new OutputReference(step, name), value));
    }

    private synchronized String value(OutputReference reference) {
        String value = published.get(reference);
        if (value == null) {
            throw new IllegalStateException("it needs " + reference + ", which step '" + reference.step()
                    + "' has not published: it was not done, or failed");
        }
        return value;
    }

    /**
     * {@code params} with the values of all outputs in their places.
     *
     * @throws IllegalStateException    when an output was not published
     * @throws IllegalArgumentException when a value cannot stand where it is put
     */
    Params fill(Params params, List<Parameter> parameters) {
        Map<String, Object> filled = new LinkedHashMap<>(params.values());
        for (Parameter parameter : parameters) {
            filled.computeIfPresent(parameter.name(), (name, value) -> fill(parameter, value));
        }
        return new Params(filled);
    }

    private Object fill(Parameter parameter, Object value) {
        if (parameter.type() == ParameterType.MAPPING && value instanceof Map<?, ?> map) {
            Map<String, Object> nested = new LinkedHashMap<>();
            map.forEach((key, each) -> nested.put(String.valueOf(key), each));
            return fill(new Params(nested), parameter.fields()).values();
        }
        return ReferringText.fill(value, text -> put(parameter, text));
    }

    private Object put(Parameter parameter, ReferringText text) {
        return switch (parameter.type()) {
            case STATEMENT -> BoundStatement.bind(text, this::value).stored();
            case INTEGER -> number(parameter.name(), text.filled(this::value));
            case URL -> ReferringAddress.filled(text, this::value);
            case TEXT ->
                ReferringAddress.isMeant(text) ? ReferringAddress.filled(text, this::value) : text.filled(this::value);
            default -> text.filled(this::value);
        };
    }

    private static Long number(String name, String value) {
        try {
            return (long) Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + name + "' must be a whole number, and the output is none", e);
        }
    }
}
