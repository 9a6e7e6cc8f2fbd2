package dev.musterpoint.shell.config;

import java.util.Objects;

/**
 * One setting in effect.
 *
 * @param from where its value was found: an option, a variable of the environment, a file, or {@code default}
 */
public record Setting(String name, String value, String from, String meaning) {
    /** Where a value comes from that nobody set. */
    public static final String DEFAULT = "default";

    public Setting {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        Objects.requireNonNull(from);
        Objects.requireNonNull(meaning);
    }
}
