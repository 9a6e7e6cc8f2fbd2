package dev.musterpoint.reports.verify;

import java.util.List;

/**
 * What verifying found.
 *
 * @param notes what a reader should know that is no failure, such as {@code unsigned}
 */
public record VerificationResult(List<Problem> problems, List<String> notes) {
    public VerificationResult {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Whether everything that can be checked holds. */
    public boolean holds() {
        return problems.isEmpty();
    }
}
