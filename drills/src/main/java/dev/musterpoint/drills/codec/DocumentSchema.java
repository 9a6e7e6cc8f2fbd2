package dev.musterpoint.drills.codec;

import static dev.musterpoint.drills.codec.SchemaValues.name;
import static dev.musterpoint.drills.codec.SchemaValues.text;

import dev.musterpoint.drills.spec.DrillSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the schemas of drill and runbook files have in common: what {@link Document} reads. */
final class DocumentSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private DocumentSchema() {}

    static Map<String, Object> of(FileKind kind, Schema spec) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put(
                "$id", "https://" + DrillSpec.API_VERSION + "/" + kind.written().toLowerCase(Locale.ROOT));
        schema.put("title", "Musterpoint " + kind.written());
        schema.putAll(Schema.object()
                .required("apiVersion", Schema.constant(DrillSpec.API_VERSION))
                .required("kind", Schema.constant(kind.written()))
                .required("metadata", metadata())
                .required("spec", spec)
                .tree());
        return schema;
    }

    private static Schema metadata() {
        return Schema.object()
                .required("name", name("What commands call it: small letters, digits and '-'"))
                .required("title", text("What people call it"))
                .optional("owner", text("Who looks after it"))
                .optional("tier", text("How much depends on it"))
                .optional("service", text("The service that is drilled, which has one drill at a time"));
    }

    static Schema variables() {
        return Schema.named(
                        SchemaValues.VARIABLE_NAME,
                        Schema.scalar().with("type", List.of("string", "number", "boolean", "null")))
                .describedAs("Names of variables and their defaults; one without a value must be given");
    }
}
