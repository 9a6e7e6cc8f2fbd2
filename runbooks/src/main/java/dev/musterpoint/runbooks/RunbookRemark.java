package dev.musterpoint.runbooks;

import dev.musterpoint.drills.spec.Checks;

/**
 * Something about a runbook that is allowed and will serve badly.
 *
 * @param step    the step's name; empty when it is about the runbook as a whole
 * @param message what is the matter and what to do
 */
public record RunbookRemark(String step, String message) {
    public RunbookRemark {
        Checks.text(message, "message");
    }

    @Override
    public String toString() {
        return (step.isEmpty() ? "the runbook" : "step '" + step + "'") + ": " + message;
    }
}
