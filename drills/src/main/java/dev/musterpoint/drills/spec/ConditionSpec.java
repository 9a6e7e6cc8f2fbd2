package dev.musterpoint.drills.spec;

import java.util.Objects;
import java.util.Optional;

/**
 * What must hold right before a fault, or it is not injected ({@code when:} in drill files). One of a closed list of types,
 * each with parameters of its own: no language, so that all it can ask is known when it is read.
 */
public record ConditionSpec(String type, Optional<String> system, Params params) {
    public ConditionSpec {
        Checks.text(type, "condition type");
        Objects.requireNonNull(system);
        Objects.requireNonNull(params);
    }

    /** {@code postgres/role (system: db, member: primary, is: primary)}: what is asked, as it is written. */
    @Override
    public String toString() {
        StringBuilder keys = new StringBuilder();
        system.ifPresent(name -> keys.append(", system: ").append(name));
        params.values()
                .forEach((key, value) ->
                        keys.append(", ").append(key).append(": ").append(value));
        return keys.isEmpty() ? type : type + " (" + keys.substring(2) + ")";
    }
}
