package dev.musterpoint.drills.spec;

import java.util.Objects;

/**
 * Something that a step publishes for later steps and probes.
 *
 * @param from   where it is found in what the step got; what may stand here is the step type's to say
 * @param secret whether its value is kept out of everything that is written
 */
public record StepOutput(String name, Params from, boolean secret) {
    public StepOutput {
        Checks.text(name, "output name");
        Objects.requireNonNull(from);
    }
}
