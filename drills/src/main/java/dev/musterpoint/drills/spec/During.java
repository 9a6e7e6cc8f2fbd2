package dev.musterpoint.drills.spec;

import java.util.Locale;

/** The part of a run that an objective on a window is judged over. Each is fixed by the plan, whatever then happens. */
public enum During {
    /** From the beginning of the baseline to the first fault. */
    BASELINE,
    /** From the first fault for as long as the plan lets the faults stand, at most until the deadline. */
    FAULT,
    /** Both of these, as one. */
    RUN;

    /** As it is written in a drill. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
