package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What one lane says of one recovery-time objective.
 *
 * @param back   by when the service was back, in nanoseconds of the run's clock; empty when it was not seen to be
 * @param issues what else a reader should know
 */
record LaneVerdict(
        String probe,
        Verdict verdict,
        Interval measured,
        OptionalLong back,
        String because,
        List<String> arithmetic,
        List<Issue> issues) {
    LaneVerdict {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(measured);
        Objects.requireNonNull(back);
        arithmetic = List.copyOf(arithmetic);
        issues = List.copyOf(issues);
    }

    /** A lane that could not be judged. */
    static LaneVerdict invalid(String probe, String because) {
        return new LaneVerdict(
                probe,
                Verdict.MEASUREMENT_INVALID,
                Interval.atLeast(Duration.ZERO),
                OptionalLong.empty(),
                because,
                List.of(),
                List.of(new Issue("MEASUREMENT_INVALID", Severity.CRITICAL, "probe '" + probe + "': " + because)));
    }
}
