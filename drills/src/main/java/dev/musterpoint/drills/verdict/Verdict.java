package dev.musterpoint.drills.verdict;

import java.util.Collection;

/** What a run showed, worst first: merging takes the first of those present. */
public enum Verdict {
    /** The lower bound is above the target. */
    MISSED,
    /** It did not come back within the target, nor for as long as it was watched. */
    NOT_RECOVERED,
    /** The measurement cannot carry a verdict. */
    MEASUREMENT_INVALID,
    /** The fault's effect was not proven: nothing was tested. */
    NO_EFFECT,
    /** The target lies inside the interval. */
    INDETERMINATE,
    /** The upper bound is at or below the target. */
    MET;

    /** The worst of {@code verdicts}; of none, the measurement is invalid: no findings prove nothing. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().min(Verdict::compareTo).orElse(MEASUREMENT_INVALID);
    }
}
