package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepPart;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One step, planned and actual.
 *
 * @param outcome empty when the run ended before the step did
 * @param by      who did it; empty when nobody did
 * @param detail  what was done, or why it was not
 */
public record StepView(
        StepStage stage,
        int number,
        RunbookStep step,
        Optional<Moment> started,
        Optional<Moment> ended,
        Optional<StepOutcome> outcome,
        String by,
        String detail) {

    /** {@code Setup step 1}; steps of the runbook go by their number alone. */
    public String label() {
        String noun = stage.noun();
        return stage == StepStage.RUNBOOK
                ? Integer.toString(number)
                : noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1) + " " + number;
    }

    public String name() {
        return step.name();
    }

    public StepPart part() {
        return step.part();
    }

    public boolean isManual() {
        return step instanceof RunbookStep.Manual;
    }

    public Duration planned() {
        return step.planned();
    }

    /** How long it took; empty when it did not run to an end. */
    public Optional<Duration> actual() {
        return started.flatMap(from -> ended.map(to -> to.minus(from)));
    }

    public boolean isDone() {
        return outcome.filter(StepOutcome.DONE::equals).isPresent();
    }
}
