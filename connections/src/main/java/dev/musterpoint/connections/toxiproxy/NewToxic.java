package dev.musterpoint.connections.toxiproxy;

import dev.musterpoint.drills.spec.Checks;
import java.util.Map;
import java.util.Objects;

/**
 * A toxic to be made, as Toxiproxy's API names its parts.
 *
 * @param type       such as {@code latency}
 * @param stream     {@code upstream} or {@code downstream}
 * @param toxicity   the share of connections that it is in, 0 to 1
 * @param attributes in the API's own units
 */
public record NewToxic(String name, String type, String stream, double toxicity, Map<String, Long> attributes) {
    public NewToxic {
        Checks.text(name, "name");
        Checks.text(type, "type");
        Objects.requireNonNull(stream);
        attributes = Checks.ordered(attributes);
    }
}
