package dev.musterpoint.verifiers.check.lint;

import java.util.Objects;

/**
 * Something about a drill's measurement that its author should know.
 *
 * @param code    stable, such as {@code TIMEOUT_TOO_SHORT}
 * @param error   whether the measurement could not carry a verdict; else it is a warning
 * @param subject what it is about: an objective, probe or fault by name
 * @param message what is wrong, with the numbers, and what to do
 */
public record LintRemark(String code, boolean error, String subject, String message) {
    public LintRemark {
        Objects.requireNonNull(code);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(message);
    }
}
