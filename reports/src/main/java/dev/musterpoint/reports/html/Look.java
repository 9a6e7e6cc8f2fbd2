package dev.musterpoint.reports.html;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.reports.model.ObjectiveView;
import dev.musterpoint.reports.model.StepView;
import dev.musterpoint.reports.model.Timeline;
import java.util.Locale;
import java.util.Optional;

/** Which of the five looks a state has: each has a colour and a shape of its own, so that neither is needed alone. */
public enum Look {
    GOOD,
    BAD,
    UNCLEAR,
    VOID,
    NOTE;

    /** The style class. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The look of the whole run. */
    public static Look of(Assessment assessment) {
        Look verdict = of(assessment.verdict());
        return assessment.outcome() == RunOutcome.COMPLETED || verdict == BAD ? verdict : VOID;
    }

    public static Look of(Verdict verdict) {
        return switch (verdict) {
            case MET -> GOOD;
            case MISSED, NOT_RECOVERED -> BAD;
            case INDETERMINATE -> UNCLEAR;
            case MEASUREMENT_INVALID, NO_EFFECT -> VOID;
        };
    }

    public static Look of(ObjectiveView objective) {
        return objective.verdict().map(Look::of).orElse(VOID);
    }

    public static Look of(RunOutcome outcome) {
        return outcome == RunOutcome.COMPLETED ? GOOD : VOID;
    }

    public static Look of(CleanUp state) {
        return switch (state) {
            case CLEAN -> GOOD;
            case DIRTY -> BAD;
            case UNKNOWN -> UNCLEAR;
        };
    }

    public static Look of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> BAD;
            case WARNING -> UNCLEAR;
            case INFO -> NOTE;
        };
    }

    public static Look of(StepView step) {
        Optional<StepOutcome> outcome = step.outcome();
        if (step.isDone()) {
            return GOOD;
        }
        return outcome.isEmpty() || outcome.get() == StepOutcome.NOT_RUN ? VOID : BAD;
    }

    /** The style class of a timeline event. */
    public static String of(Timeline.Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
