package dev.musterpoint.shell.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One mapping within a JSON Schema, as the schemas of drills and runbooks are made. */
final class SchemaNode {
    private final Map<?, ?> tree;

    SchemaNode(Object tree) {
        this.tree = (Map<?, ?>) tree;
    }

    /** The schema of the key at the end of {@code path}. */
    SchemaNode at(String... path) {
        Object node = tree;
        for (String key : path) {
            node = ((Map<?, ?>) ((Map<?, ?>) node).get("properties")).get(key);
        }
        return new SchemaNode(node);
    }

    /** What each item of a list, or each value of a mapping from names, may be; or this itself. */
    List<SchemaNode> alternatives() {
        Object each = tree.containsKey("items") ? tree.get("items") : tree.get("additionalProperties");
        Object all = tree.containsKey("oneOf") ? tree.get("oneOf") : ((Map<?, ?>) each).get("oneOf");
        return ((List<?>) all).stream().map(SchemaNode::new).toList();
    }

    SchemaNode item() {
        return new SchemaNode(tree.get("items"));
    }

    Map<String, SchemaNode> properties() {
        Map<String, SchemaNode> properties = new LinkedHashMap<>();
        if (tree.get("properties") instanceof Map<?, ?> all) {
            all.forEach((key, value) -> properties.put(String.valueOf(key), new SchemaNode(value)));
        }
        return properties;
    }

    /** A key, with those above it before it: {@code confirm.run}. */
    record KeyRow(String key, boolean required, String description) {}

    /** The keys of this mapping, and none below them. */
    List<KeyRow> ownRows() {
        List<KeyRow> rows = new ArrayList<>();
        properties().forEach((key, schema) -> rows.add(new KeyRow(key, requires(key), schema.words())));
        return rows;
    }

    /** The keys of this mapping, each followed by those below it. */
    List<KeyRow> rows(String above) {
        List<KeyRow> rows = new ArrayList<>();
        properties().forEach((key, schema) -> {
            rows.add(new KeyRow(above + key, requires(key), schema.words()));
            rows.addAll(schema.rows(above + key + "."));
        });
        return rows;
    }

    boolean hasRow(String key) {
        return rows("").stream().anyMatch(row -> row.key().equals(key));
    }

    private boolean requires(String key) {
        return tree.get("required") instanceof List<?> required && required.contains(key);
    }

    /** Of a list that is not described, that of its items. */
    String description() {
        if (tree.get("description") instanceof String said) {
            return said;
        }
        return tree.containsKey("items") ? item().description() : "";
    }

    private String words() {
        return choices().isEmpty() ? description() : description() + " (" + String.join(", ", choices()) + ")";
    }

    /** The only values there are; empty for any. */
    private List<String> choices() {
        if (tree.get("anyOf") instanceof List<?> any && any.get(0) instanceof Map<?, ?> first) {
            return first.get("enum") instanceof List<?> choices
                    ? choices.stream().map(String::valueOf).toList()
                    : List.of();
        }
        return List.of();
    }
}
