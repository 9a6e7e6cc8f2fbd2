package dev.musterpoint.reports.model;

import dev.musterpoint.drills.verdict.Finding.PhaseBilled;

/** The phases of recovery, in words. */
public final class PhaseWords {
    private PhaseWords() {}

    /** What the phase is, such as {@code Detection: from the fault to the alert}. */
    public static String name(PhaseBilled billed) {
        return switch (billed.phase()) {
            case DETECTION -> "Detection: from the fault to the alert";
            case DECISION -> "Decision: from the alert to the decision to act";
            case ACTION -> "Action: the steps that act";
            case ROUTING -> "Routing: from acting to the first good answer on a fresh connection";
            case CLIENTS -> "Clients: from there to the first on a pooled connection";
            case WARM_UP -> "Warm-up: from the first right answer to the first within the limit";
            case REDUNDANCY -> "Redundancy: from the fault until full strength was back";
            case WORK_AFTER -> "Work after the service was back";
        };
    }

    /** How long it took, or that it was not measured and why. */
    public static String took(PhaseBilled billed) {
        return billed.took().map(Figures::duration).orElseGet(() -> "Not measured: " + billed.detail());
    }
}
