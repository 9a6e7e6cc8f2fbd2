package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.plan.StepStage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts what was planned and what was done of each step side by side. */
final class Steps {
    private Steps() {}

    static List<StepView> of(DrillPlan plan, JournalFacts facts) {
        return plan.steps().stream().map(step -> view(step, facts)).toList();
    }

    /** The drill's own steps, which are no part of the recovery: setup, then teardown. */
    static List<StepView> around(DrillPlan plan, JournalFacts facts) {
        return Stream.concat(plan.setup().stream(), plan.teardown().stream())
                .map(step -> view(step, facts))
                .toList();
    }

    static List<StepView> ofFailback(DrillPlan plan, JournalFacts facts) {
        return plan.failback().stream().map(step -> view(step, facts)).toList();
    }

    private static StepView view(PlannedStep planned, JournalFacts facts) {
        Optional<Moment> started = facts.all(StepStarted.class)
                .filter(fact -> is(planned, fact.body().stage(), fact.body().step()))
                .findFirst()
                .flatMap(JournalFacts.Fact::since);
        Optional<JournalFacts.Fact<StepEnded>> ended = facts.all(StepEnded.class)
                .filter(fact -> is(planned, fact.body().stage(), fact.body().step()))
                .findFirst();
        return new StepView(
                planned.stage(),
                planned.number(),
                planned.step(),
                started,
                ended.flatMap(JournalFacts.Fact::since),
                ended.map(fact -> fact.body().outcome()),
                ended.map(fact -> fact.body().by()).orElse(""),
                ended.map(fact -> fact.body().detail()).orElse(reason(started)));
    }

    private static boolean is(PlannedStep planned, StepStage stage, int number) {
        return planned.stage() == stage && planned.number() == number;
    }

    private static String reason(Optional<Moment> started) {
        return started.isPresent() ? "the run ended while it was under way" : "the run ended before it was reached";
    }
}
