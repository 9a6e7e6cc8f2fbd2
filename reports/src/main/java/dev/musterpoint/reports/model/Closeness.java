package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The stretch of the run that is worth a closer look: a little before the fault until a little after the recovery. */
record Closeness(Moment from, Moment to) {
    private static final Duration LEAST = Duration.ofMillis(500);

    /** Around the longest measured recovery; nothing when there was no fault or no recovery with an end. */
    static Closeness around(Optional<ChartData.FaultWindow> fault, List<ObjectiveJudged> objectives) {
        Duration longest = objectives.stream()
                .filter(judged -> judged.kind().equals("recoveryTime"))
                .flatMap(judged -> judged.measured().stream())
                .flatMap(measured -> measured.upper().stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (fault.isEmpty() || longest.isZero()) {
            return new Closeness(Moment.START, Moment.START);
        }
        Duration margin = longest.dividedBy(2).compareTo(LEAST) < 0 ? LEAST : longest.dividedBy(2);
        Moment start = fault.get().earliest();
        return new Closeness(
                new Moment(start.nanos() - margin.toNanos()),
                start.plus(longest).plus(margin));
    }

    boolean covers(Moment moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** The last bucket border at or before the stretch begins, when borders lie {@code every} apart from {@code first}. */
    Moment origin(Moment first, Duration every) {
        long steps = Math.max(0, Math.floorDiv(from.nanos() - first.nanos(), every.toNanos()));
        return new Moment(first.nanos() + steps * every.toNanos());
    }
}
