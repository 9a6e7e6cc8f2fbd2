package dev.musterpoint.shell.template;

import dev.musterpoint.drills.spec.Checks;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that a template needs to know.
 *
 * @param name      what it is given by: {@code --var NAME=VALUE}
 * @param ask       the question, for people
 * @param otherwise the answer when nobody gives one; empty when somebody must
 */
public record Question(String name, String ask, Form form, Optional<String> otherwise) {
    public Question {
        Checks.text(name, "name");
        Checks.text(ask, "question");
        Objects.requireNonNull(form);
        Objects.requireNonNull(otherwise);
    }

    /** What is wrong with {@code answer}; empty when it will do. */
    public Optional<String> problem(String answer) {
        if (answer.isBlank() || answer.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("write one line of text");
        }
        try {
            form.check(answer);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }
}
