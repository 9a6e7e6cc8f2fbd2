package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;

/** The schemas of single values and of the parameters that a type declares: what {@link Scalars} and {@link ParameterReader} read. */
final class SchemaValues {
    /** As {@link Identifiers#isName}. */
    static final String NAME = "^[a-z0-9][a-z0-9-]{0,62}$";

    /** As {@link Identifiers#isVariable}. */
    static final String VARIABLE_NAME = "^[A-Za-z_][A-Za-z0-9_]*$";

    private static final String DURATION = "^\\s*([0-9]{1,12}(\\.[0-9]{1,9})?(ms|us|d|h|m|s))+\\s*$";
    private static final String SHARE = "^\\s*[0-9]{1,3}(\\.[0-9]{1,9})?\\s*%\\s*$";
    private static final String RATE = "^\\s*[0-9]{1,9}(\\.[0-9]{1,9})?/[sm]\\s*$";

    private SchemaValues() {}

    static Schema name(String description) {
        return Schema.text(NAME).describedAs(description);
    }

    static Schema text(String description) {
        return Schema.scalar().describedAs(description);
    }

    static Schema duration(String description) {
        return Schema.text(DURATION).describedAs(description + " (a duration such as 200ms, 2s, 15m or 1h30m)");
    }

    static Schema rate(String description) {
        return Schema.text(RATE).describedAs(description + " (a rate such as 200/s)");
    }

    static Schema share(String description) {
        return Schema.text(SHARE).describedAs(description + " (a percentage such as 5% or 99.9%)");
    }

    /** As {@link dev.musterpoint.drills.spec.ResidualErrors#parse} reads it. */
    static Schema residualErrors(String description) {
        return Schema.text("^\\s*([0-9]{1,3}(\\.[0-9]{1,9})?\\s*%|baseline)\\s*$")
                .describedAs(description);
    }

    /** Adds the parameters of a type to the keys of {@code mapping}. */
    static void add(Schema mapping, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            Schema value = of(parameter).describedAs(describe(parameter));
            if (parameter.required()) {
                mapping.required(parameter.name(), value);
            } else {
                mapping.optional(parameter.name(), value);
            }
        }
    }

    private static String describe(Parameter parameter) {
        return parameter.description()
                + parameter
                        .otherwise()
                        .map(value -> " (when left out: " + value + ")")
                        .orElse("");
    }

    private static Schema of(Parameter parameter) {
        return switch (parameter.type()) {
            case TEXT -> parameter.choices().isEmpty() ? Schema.scalar() : Schema.choice(parameter.choices());
            case CONTENT, STATEMENT -> Schema.scalar();
            case INTEGER -> Schema.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BOOLEAN -> Schema.flag();
            case DURATION -> Schema.text(DURATION);
            case SHARE -> Schema.text(SHARE);
            case RATE -> Schema.text(RATE);
            case TEXT_LIST -> Schema.list(Schema.scalar());
            case SECRET -> secret();
            case TEXT_MAP -> Schema.named(".", Schema.scalar());
            case SECRET_MAP -> Schema.named(".", Schema.oneOf(List.of(Schema.scalar(), secret())));
            case RANGES -> Schema.oneOf(List.of(Schema.scalar(), Schema.list(Schema.scalar())));
            case MAPPING -> mapping(parameter.fields());
            case PROGRAM -> Schema.list(Schema.scalar()).with("minItems", 1);
            case FILE -> Schema.scalar();
            case URL -> Schema.text("^https?://.+$");
        };
    }

    private static Schema mapping(List<Parameter> fields) {
        Schema mapping = Schema.object();
        add(mapping, fields);
        return mapping;
    }

    private static Schema secret() {
        return Schema.oneOf(List.of(
                Schema.object().required("env", text("the environment variable that holds it")),
                Schema.object().required("file", text("the file that holds it"))));
    }

    /** A mapping that is of a type: {@code type}, and {@code system} as the type needs it. */
    static Schema typed(TypeInfo info) {
        Schema mapping = Schema.object()
                .describedAs(info.summary())
                .required("type", Schema.constant(info.type()).describedAs(info.summary()));
        Schema system = name(
                info.systems().isEmpty()
                        ? "a system of this drill"
                        : "a system of this drill, of type " + String.join(" or ", info.systems()));
        return info.systems().isEmpty() ? mapping.optional("system", system) : mapping.required("system", system);
    }
}
