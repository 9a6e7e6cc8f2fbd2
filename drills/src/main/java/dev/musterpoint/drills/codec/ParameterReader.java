package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.WebAddress;
import dev.musterpoint.drills.spi.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the parameters that a type declares. Each is checked for its type and then kept as written: durations, shares,
 * rates and texts as text, whole numbers as {@code Long}, and so on. Whole numbers are those of {@code int}, which
 * every reader of parameters can hold.
 */
final class ParameterReader {
    private final Fields fields;
    private final Problems problems;
    private final Scalars scalars;
    private final References references;

    private ParameterReader(Fields fields, References references) {
        this.fields = fields;
        this.references = references;
        this.problems = fields.problems();
        this.scalars = new Scalars(problems);
    }

    /** Reads {@code parameters} from among the keys of {@code fields}. */
    static Params read(Fields fields, List<Parameter> parameters) {
        return read(fields, parameters, References.NOWHERE);
    }

    /** As {@link #read(Fields, List)}, where outputs of steps may stand in texts; {@code references} gets to know of each. */
    static Params read(Fields fields, List<Parameter> parameters, References references) {
        ParameterReader reader = new ParameterReader(fields, references);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            reader.read(parameter).ifPresent(value -> values.put(parameter.name(), value));
        }
        return new Params(values);
    }

    private Optional<?> read(Parameter parameter) {
        if (parameter.required()) {
            fields.require(parameter.name());
        }
        return switch (parameter.type()) {
            case TEXT_LIST -> texts(parameter);
            case TEXT_MAP -> fields.mapping(parameter.name()).map(of -> textMap(parameter, of));
            case SECRET -> fields.node(parameter.name()).flatMap(node -> secret(parameter.name(), node));
            case SECRET_MAP -> fields.mapping(parameter.name()).map(of -> secretMap(parameter, of));
            case RANGES -> ranges(parameter.name());
            case MAPPING -> fields.mapping(parameter.name()).map(of -> nested(of, parameter.fields(), references));
            case PROGRAM -> program(parameter);
            default ->
                referring(parameter, fields.node(parameter.name()))
                        .or(() -> fields.scalar(parameter.name()).flatMap(scalar -> single(parameter, scalar)));
        };
    }

    /** A text that holds outputs of steps, in the form in which it is stored; empty, without a problem, for any other. */
    private Optional<Object> referring(Parameter parameter, Optional<Yaml> node) {
        return node.filter(Yaml.Referring.class::isInstance)
                .map(Yaml.Referring.class::cast)
                .filter(text -> references.take(parameter, text, problems))
                .map(text -> text.text().stored());
    }

    private Optional<?> single(Parameter parameter, Yaml.Scalar scalar) {
        String name = parameter.name();
        return switch (parameter.type()) {
            case INTEGER ->
                scalars.integer(name, scalar, Integer.MIN_VALUE, Integer.MAX_VALUE)
                        .map(Integer::longValue);
            case BOOLEAN -> scalars.flag(name, scalar);
            case DURATION -> scalars.duration(name, scalar).map(valid -> scalar.text());
            case SHARE -> scalars.share(name, scalar).map(valid -> scalar.text());
            case RATE -> scalars.rate(name, scalar).map(valid -> scalar.text());
            case URL -> address(name, scalar);
            default -> text(parameter, scalar);
        };
    }

    private Optional<String> text(Parameter parameter, Yaml.Scalar scalar) {
        if (!parameter.choices().isEmpty()) {
            return scalars.choice(parameter.name(), scalar, parameter.choices());
        }
        return Optional.of(scalar.text());
    }

    private Optional<List<Object>> texts(Parameter parameter) {
        if (fields.node(parameter.name()).isEmpty()) {
            return Optional.empty();
        }
        List<Object> texts = new ArrayList<>();
        for (Yaml item : fields.items(parameter.name())) {
            Optional<Object> text = referring(parameter, Optional.of(item));
            if (text.isPresent()) {
                texts.add(text.get());
            } else {
                fields.scalars(parameter.name(), List.of(item))
                        .forEach(scalar -> text(parameter, scalar).ifPresent(texts::add));
            }
        }
        return Optional.of(texts);
    }

    private Map<String, Object> textMap(Parameter parameter, Fields map) {
        Map<String, Object> texts = new LinkedHashMap<>();
        for (String key : map.keys()) {
            referring(parameter, map.node(key))
                    .or(() -> map.scalar(key).map(Yaml.Scalar::text))
                    .ifPresent(value -> texts.put(key, value));
        }
        return texts;
    }

    private Optional<Object> named(Parameter parameter, Fields map, String key) {
        return referring(parameter, map.node(key)).or(() -> map.scalar(key)
                .filter(scalar -> !ClearSecrets.isNamed(key, scalar, problems))
                .map(Yaml.Scalar::text));
    }

    /** Texts, and references to secrets where the value is a mapping. */
    private Map<String, Object> secretMap(Parameter parameter, Fields map) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String key : map.keys()) {
            if (map.node(key).filter(Yaml.Mapping.class::isInstance).isPresent()) {
                secret(key, map.node(key).get()).ifPresent(reference -> values.put(key, reference));
            } else {
                named(parameter, map, key).ifPresent(value -> values.put(key, value));
            }
        }
        return values;
    }

    /** The valid ranges as written, whether one or a list. */
    private Optional<List<String>> ranges(String name) {
        Optional<Yaml> node = fields.node(name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        List<Yaml> items = node.get() instanceof Yaml.Sequence ? fields.filledItems(name) : List.of(node.get());
        List<String> ranges = new ArrayList<>();
        for (Yaml.Scalar scalar : fields.scalars(name, items)) {
            scalars.range(name, scalar).ifPresent(range -> ranges.add(range.toString()));
        }
        return Optional.of(ranges);
    }

    private static Map<String, Object> nested(Fields fields, List<Parameter> parameters, References references) {
        Params params = read(fields, parameters, references);
        fields.finish();
        return params.values();
    }

    private Optional<List<Object>> program(Parameter parameter) {
        Optional<List<Object>> words = texts(parameter);
        words.filter(list -> list.isEmpty() || !(list.get(0) instanceof String path && path.startsWith("/")))
                .flatMap(list -> fields.node(parameter.name()))
                .ifPresent(node -> problems.add(
                        node.place(),
                        "'" + parameter.name()
                                + "' must begin with a program's absolute path, such as [/usr/bin/true, argument]"));
        words.filter(ShellScripts::holdOutput)
                .flatMap(list -> fields.node(parameter.name()))
                .ifPresent(
                        node -> problems.add(
                                node.place(),
                                "'" + parameter.name()
                                        + "' holds a script with an output of a step in it, which the shell would"
                                        + " take for part of the script; give it as a further argument, and write \"$1\" for it"));
        return words;
    }

    private Optional<String> address(String name, Yaml.Scalar scalar) {
        Optional<String> wrong = WebAddress.problem(scalar.text());
        wrong.ifPresent(problem -> problems.add(scalar.place(), "'" + name + "' " + problem));
        return wrong.isPresent() ? Optional.empty() : Optional.of(scalar.text());
    }

    /** A reference to a secret. What stands there instead is never repeated in the message. */
    private Optional<Map<String, String>> secret(String name, Yaml node) {
        if (!(node instanceof Yaml.Mapping reference)) {
            problems.add(
                    node.place(),
                    "'" + name
                            + "' must say where the secret is found, { env: NAME } or { file: PATH }, and not hold it");
            return Optional.empty();
        }
        Fields where = Fields.of(reference, "'" + name + "'", problems).orElseThrow();
        Map<String, String> found = new LinkedHashMap<>();
        where.line("env").ifPresent(variable -> found.put("env", variable));
        where.line("file").ifPresent(path -> found.put("file", path));
        where.finish();
        if (where.has("env") == where.has("file")) {
            problems.add(node.place(), "'" + name + "' needs either 'env' or 'file'");
        }
        return Optional.of(found);
    }
}
