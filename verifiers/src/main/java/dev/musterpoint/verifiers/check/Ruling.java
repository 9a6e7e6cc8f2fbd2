package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import java.util.Objects;
import java.util.Optional;

/**
 * A verdict and why.
 *
 * @param code what makes the measurement carry no verdict, for machines; empty for any other verdict
 */
record Ruling(Verdict verdict, String because, Optional<String> code) {
    Ruling {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(because);
        Objects.requireNonNull(code);
    }

    static Ruling of(Verdict verdict, String because) {
        return new Ruling(verdict, because, Optional.empty());
    }

    static Ruling invalid(String code, String because) {
        return new Ruling(Verdict.MEASUREMENT_INVALID, because, Optional.of(code));
    }

    /** What a reader should know of {@code probe} for it. */
    Optional<Issue> issue(String probe) {
        return code.map(each -> new Issue(each, Severity.CRITICAL, "probe '" + probe + "': " + because));
    }
}
