package dev.musterpoint.drills.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON Schema under construction; what it is printed from is its {@link #tree}. */
final class Schema {
    /** Any value may come from a variable, and then nothing is known of it before it is put in its place. */
    private static final String VARIABLE = "\\$\\{";

    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    /** A mapping with the keys that are added, and no others. */
    static Schema object() {
        return new Schema().with("type", "object");
    }

    /** A mapping whose keys are the author's to choose. */
    static Schema named(String keys, Schema each) {
        Schema schema = object();
        schema.tree.put("propertyNames", Map.of("pattern", keys));
        schema.tree.put("additionalProperties", each.tree());
        return schema;
    }

    static Schema list(Schema each) {
        return new Schema().with("type", "array").with("items", each.tree());
    }

    /** A value whose text, written out, matches {@code pattern}. */
    static Schema text(String pattern) {
        return new Schema().with("type", "string").with("pattern", "(?:" + pattern + ")|" + VARIABLE);
    }

    /** Any single value: what looks like a number or a boolean is a text too. */
    static Schema scalar() {
        return new Schema().with("type", List.of("string", "number", "boolean"));
    }

    static Schema integer(int least, int most) {
        Map<String, Object> number = new LinkedHashMap<>(Map.of("type", "integer", "minimum", least));
        if (most != Integer.MAX_VALUE) {
            number.put("maximum", most);
        }
        return new Schema().with("anyOf", List.of(number, text("^-?[0-9]+$").tree()));
    }

    static Schema flag() {
        return new Schema()
                .with(
                        "anyOf",
                        List.of(
                                Map.of("type", "boolean"),
                                text("^(true|false)$").tree()));
    }

    static Schema choice(List<String> choices) {
        return new Schema()
                .with("anyOf", List.of(Map.of("enum", choices), text("^$").tree()));
    }

    static Schema constant(String value) {
        return new Schema().with("const", value);
    }

    static Schema oneOf(List<Schema> alternatives) {
        return new Schema()
                .with("oneOf", alternatives.stream().map(Schema::tree).toList());
    }

    static Schema reference(String definition) {
        return new Schema().with("$ref", "#/$defs/" + definition);
    }

    Schema with(String keyword, Object value) {
        tree.put(keyword, value);
        return this;
    }

    Schema describedAs(String description) {
        Map<String, Object> rest = new LinkedHashMap<>(tree);
        tree.clear();
        tree.put("description", description);
        tree.putAll(rest);
        return this;
    }

    Schema required(String key, Schema value) {
        required.add(key);
        return optional(key, value);
    }

    Schema optional(String key, Schema value) {
        properties.put(key, value.tree());
        return this;
    }

    Map<String, Object> tree() {
        Map<String, Object> whole = new LinkedHashMap<>(tree);
        if ("object".equals(tree.get("type"))) {
            whole.put("properties", properties);
            if (!required.isEmpty()) {
                whole.put("required", List.copyOf(required));
            }
            whole.putIfAbsent("additionalProperties", false);
        }
        return whole;
    }
}
