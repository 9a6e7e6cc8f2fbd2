package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one lane says of one recovery-time objective.
 *
 * @param measured the recovery time; empty when nothing could be measured
 * @param back   by when the service was back, in nanoseconds of the run's clock; empty when it was not seen to be
 * @param issues what else a reader should know
 */
record LaneVerdict(
        String probe,
        Verdict verdict,
        Optional<Interval> measured,
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

    /** The recovery time; of which nothing was measured, that may be anything. */
    Interval atLeast() {
        return measured.orElse(Interval.atLeast(Duration.ZERO));
    }

    /** A lane of which nothing was measured. */
    static LaneVerdict unmeasured(String probe, Ruling ruling) {
        return new LaneVerdict(
                probe,
                ruling.verdict(),
                Optional.empty(),
                OptionalLong.empty(),
                ruling.because(),
                List.of(),
                ruling.issue(probe).stream().toList());
    }
}
