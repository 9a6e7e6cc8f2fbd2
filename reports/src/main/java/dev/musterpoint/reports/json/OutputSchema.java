package dev.musterpoint.reports.json;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON Schema (2020-12) of the object that commands print for a run; {@link MachineOutput} writes it. */
public final class OutputSchema {
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> SECONDS = Map.of("type", List.of("number", "null"));
    private static final Map<String, Object> COUNT = Map.of("type", List.of("integer", "null"), "minimum", 0);

    private OutputSchema() {}

    /** The schema, as the tree of a JSON document. */
    public static Map<String, Object> tree() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://musterpoint.dev/v1alpha1/output");
        schema.put("title", "Musterpoint run, as commands print it with --output json");
        schema.putAll(object(properties()));
        return schema;
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("runId", TEXT);
        properties.put("runDirectory", TEXT);
        properties.put("outcome", oneOf(RunOutcome.values(), "How the run ended"));
        properties.put("verdict", oneOf(Verdict.values(), "What it showed"));
        properties.put("cleanup", oneOf(CleanUp.values(), "What it left"));
        properties.put("objectives", Map.of("type", "array", "items", object(objective())));
        properties.put("writes", object(writes()));
        properties.put(
                "reports", Map.of("type", "object", "description", "A path per format", "additionalProperties", TEXT));
        return properties;
    }

    private static Map<String, Object> objective() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", TEXT);
        properties.put("kind", described(TEXT, "recoveryTime, recoveryPoint, lostWrites, …"));
        properties.put("targetSeconds", described(SECONDS, "null where the target is a count"));
        properties.put("lowerSeconds", described(SECONDS, "null where nothing was measured"));
        properties.put("upperSeconds", described(SECONDS, "null where it is open, or nothing was measured"));
        properties.put("verdict", oneOf(Verdict.values(), "What was shown of this objective"));
        return properties;
    }

    private static Map<String, Object> writes() {
        Map<String, Object> properties = new LinkedHashMap<>();
        Stream.of("acknowledged", "lost", "unknown", "recovered", "phantom")
                .forEach(name -> properties.put(name, described(COUNT, "null where it is not known")));
        return properties;
    }

    private static Map<String, Object> described(Map<String, Object> schema, String description) {
        Map<String, Object> described = new LinkedHashMap<>(schema);
        described.put("description", description);
        return described;
    }

    private static Map<String, Object> oneOf(Enum<?>[] values, String description) {
        return described(Map.of("enum", Stream.of(values).map(Enum::name).toList()), description);
    }

    /** Newer releases may add keys, and never take one away. */
    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.copyOf(properties.keySet()));
        return schema;
    }
}
