package dev.musterpoint.drills.codec;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Looks into JSON that others wrote. */
public final class JsonText {
    private JsonText() {}

    /** @throws IllegalArgumentException when {@code pointer} is no JSON pointer (RFC 6901) */
    public static void checkPointer(String pointer) {
        JsonPointer.compile(pointer);
    }

    /**
     * What stands at {@code pointer} (RFC 6901): a text, number or boolean as text, anything else as JSON; empty when
     * nothing stands there.
     *
     * @throws IllegalArgumentException when {@code json} is no JSON, or {@code pointer} no pointer
     */
    public static Optional<String> at(String json, String pointer) {
        JsonNode root = parse(json);
        JsonNode found = root.at(JsonPointer.compile(pointer));
        if (found.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(found.isString() ? found.stringValue() : found.toString());
    }

    private static JsonNode parse(String json) {
        try {
            JsonNode root = JsonMappers.shared().readTree(json);
            if (!root.isMissingNode()) {
                return root;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
        throw new IllegalArgumentException("it is empty, and no JSON");
    }
}
