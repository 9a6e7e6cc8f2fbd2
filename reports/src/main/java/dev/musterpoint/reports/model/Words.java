package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import java.util.Locale;

/** What each constant is called in a document for people. */
public final class Words {
    private Words() {}

    public static String of(Verdict verdict) {
        return switch (verdict) {
            case MET -> "Met";
            case MISSED -> "Missed";
            case NOT_RECOVERED -> "Not recovered";
            case MEASUREMENT_INVALID -> "Measurement invalid";
            case NO_EFFECT -> "No effect";
            case INDETERMINATE -> "Indeterminate";
        };
    }

    /** What a verdict says, in one sentence. */
    public static String meaning(Verdict verdict) {
        return switch (verdict) {
            case MET -> "The upper bound of every measurement is at or below its target.";
            case MISSED -> "The lower bound of a measurement is above its target.";
            case NOT_RECOVERED -> "The service was not back within its target, nor for as long as it was watched.";
            case MEASUREMENT_INVALID -> "The measurement cannot carry a verdict.";
            case NO_EFFECT -> "The fault was not seen to take effect, so nothing was tested.";
            case INDETERMINATE -> "A target lies inside what was measured, so it is neither proven met nor missed.";
        };
    }

    public static String of(RunOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> "Completed";
            case ABORTED -> "Aborted";
            case REFUSED -> "Refused";
            case FAILED -> "Failed";
            case CRASHED -> "Crashed";
        };
    }

    public static String meaning(RunOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> "The run went through all its phases.";
            case ABORTED -> "A person or a guardrail stopped the run.";
            case REFUSED -> "The run was stopped before anything was injected.";
            case FAILED -> "An error stopped the run.";
            case CRASHED -> "The runner died, and somebody else ended the run.";
        };
    }

    public static String of(CleanUp state) {
        return switch (state) {
            case CLEAN -> "Clean";
            case DIRTY -> "Dirty";
            case UNKNOWN -> "Unknown";
        };
    }

    public static String meaning(CleanUp state) {
        return switch (state) {
            case CLEAN -> "Every target was read back, and nothing of the run is left.";
            case DIRTY -> "Something of the run is known to be left behind.";
            case UNKNOWN -> "It could not be read whether something is left behind.";
        };
    }

    public static String of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Critical";
            case WARNING -> "Warning";
            case INFO -> "Note";
        };
    }

    public static String of(StepPart part) {
        return switch (part) {
            case DETECT -> "Detect";
            case DECIDE -> "Decide";
            case ACT -> "Act";
            case SWITCH -> "Switch";
            case CHECK -> "Check";
        };
    }

    public static String of(StepOutcome outcome) {
        return switch (outcome) {
            case DONE -> "Done";
            case FAILED -> "Failed";
            case TIMED_OUT -> "Timed out";
            case NOT_RUN -> "Not run";
        };
    }

    public static String of(UndoKind kind) {
        return switch (kind) {
            case AUTO -> "by itself, always";
            case IF -> "by itself, on a condition";
            case MANUAL -> "by a person";
            case NONE -> "nothing of it stays behind";
        };
    }

    public static String of(DrillPhase phase) {
        return switch (phase) {
            case PLANNED -> "Planned";
            case CHECKING -> "Checking";
            case BASELINE -> "Baseline";
            case INJECTING -> "Injecting";
            case RESPONDING -> "Responding";
            case RECOVERING -> "Recovering";
            case STABILISING -> "Stabilising";
            case FAILING_BACK -> "Failing back";
            case FINISHED -> "Finished";
        };
    }

    /** The name of an objective's kind: {@code recoveryTime} is {@code Recovery time (RTO)}. */
    public static String kind(String kind) {
        return switch (kind) {
            case "recoveryTime" -> "Recovery time (RTO)";
            case "redundancy" -> "Redundancy";
            case "recoveryPoint" -> "Recovery point (RPO)";
            case "lostWrites" -> "Lost writes";
            case "availability" -> "Availability";
            case "latency" -> "Latency";
            case "capacity" -> "Capacity";
            case "detection" -> "Detection";
            case "stepsDone" -> "Steps done";
            default -> kind;
        };
    }

    /** {@code text} as a sentence: a capital first, a full stop last. */
    public static String sentence(String text) {
        if (text.isBlank()) {
            return "";
        }
        int first = text.offsetByCodePoints(0, 1);
        String capital = text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
