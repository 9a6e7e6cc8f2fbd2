package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Finding.TimeBilled;
import dev.musterpoint.drills.verdict.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets what was billed against the recovery time: what lies behind its end does not count as part of it. */
final class Bills {
    private Bills() {}

    static Billing of(DrillPlan plan, Assessment assessment, Optional<ChartData.FaultWindow> fault) {
        Optional<Duration> recovery = fault.flatMap(window -> longest(OfResponse.judged(plan, assessment)));
        Optional<Moment> back =
                recovery.map(length -> fault.orElseThrow().earliest().plus(length));
        return new Billing(
                assessment.findings(TimeBilled.class).stream()
                        .map(billed -> bill(billed, back))
                        .toList(),
                recovery);
    }

    /** The largest upper bound; empty when one of them is open. */
    private static Optional<Duration> longest(List<ObjectiveJudged> judged) {
        return measured(judged).anyMatch(Interval::isOpen)
                ? Optional.empty()
                : measured(judged)
                        .flatMap(measured -> measured.upper().stream())
                        .max(Duration::compareTo);
    }

    private static Stream<Interval> measured(List<ObjectiveJudged> all) {
        return all.stream()
                .filter(judged -> judged.kind().equals("recoveryTime"))
                .flatMap(judged -> judged.measured().stream());
    }

    private static Billing.Bill bill(TimeBilled billed, Optional<Moment> back) {
        Moment end = back.filter(moment -> moment.isBefore(billed.to())).orElse(billed.to());
        Duration counted = end.isBefore(billed.from()) ? Duration.ZERO : end.minus(billed.from());
        return new Billing.Bill(
                billed.name(),
                billed.part(),
                billed.from(),
                billed.to().minus(billed.from()),
                billed.planned(),
                counted);
    }
}
