package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.spec.Checks;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One parameter that a type takes: the data behind checking, the catalogue and the docs.
 *
 * @param choices   the only values allowed; empty for any
 * @param otherwise what holds when it is left out, in words; empty when it is required or has no default
 * @param fields    what a {@link ParameterType#MAPPING} may hold; empty for any other type
 */
public record Parameter(
        String name,
        ParameterType type,
        boolean required,
        List<String> choices,
        Optional<String> otherwise,
        String description,
        List<Parameter> fields) {
    public Parameter {
        Checks.text(name, "parameter name");
        Objects.requireNonNull(type);
        choices = List.copyOf(choices);
        Objects.requireNonNull(otherwise);
        Checks.text(description, "description");
        fields = List.copyOf(fields);
    }

    /** A parameter that is no {@link ParameterType#MAPPING}. */
    public Parameter(
            String name,
            ParameterType type,
            boolean required,
            List<String> choices,
            Optional<String> otherwise,
            String description) {
        this(name, type, required, choices, otherwise, description, List.of());
    }

    public static Parameter required(String name, ParameterType type, String description) {
        return new Parameter(name, type, true, List.of(), Optional.empty(), description);
    }

    public static Parameter optional(String name, ParameterType type, String otherwise, String description) {
        return new Parameter(name, type, false, List.of(), Optional.of(otherwise), description);
    }

    public static Parameter choice(String name, List<String> choices, String otherwise, String description) {
        return new Parameter(name, ParameterType.TEXT, false, choices, Optional.of(otherwise), description);
    }

    /** A mapping that may be left out, with fields of its own. */
    public static Parameter mapping(String name, String otherwise, String description, List<Parameter> fields) {
        return new Parameter(
                name, ParameterType.MAPPING, false, List.of(), Optional.of(otherwise), description, fields);
    }

    /** A mapping that must be there, with fields of its own. */
    public static Parameter requiredMapping(String name, String description, List<Parameter> fields) {
        return new Parameter(name, ParameterType.MAPPING, true, List.of(), Optional.empty(), description, fields);
    }
}
