package dev.musterpoint.drills.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An SQL statement with {@code ?} where values are bound to it; none of them is ever part of its text. */
public record BoundStatement(String text, List<String> values) {
    private static final String TEXT = "statement";
    private static final String VALUES = "values";

    public BoundStatement {
        values = List.copyOf(values);
    }

    /** The statement that stands under {@code name}, with whatever values were bound to it. */
    public static BoundStatement of(Params params, String name) {
        Params bound = params.nested(name);
        return bound.has(TEXT)
                ? new BoundStatement(bound.text(TEXT), bound.texts(VALUES))
                : new BoundStatement(params.text(name), List.of());
    }

    /** Binds the values of all references. */
    public static BoundStatement bind(ReferringText text, Function<OutputReference, String> values) {
        List<String> bound = new ArrayList<>();
        String statement = text.filled(reference -> {
            bound.add(values.apply(reference));
            return "?";
        });
        return new BoundStatement(statement, bound);
    }

    /** The form in which it stands among parameters. */
    public Object stored() {
        return Map.of(TEXT, text, VALUES, values);
    }
}
