package dev.musterpoint.drills.spec;

import java.util.Objects;

/** A named system of a drill: a registered type (such as {@code sandbox} or {@code postgres}) and its parameters. */
public record SystemSpec(String name, String type, Params params) {
    public SystemSpec {
        Checks.text(name, "system name");
        Checks.text(type, "system type");
        Objects.requireNonNull(params);
    }
}
