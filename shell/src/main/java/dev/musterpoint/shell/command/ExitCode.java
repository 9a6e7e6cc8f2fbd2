package dev.musterpoint.shell.command;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.run.RunCutShortException;

/** What the process says to its caller. */
public enum ExitCode {
    OK(0, "every objective met; any other command: done"),
    MISSED(1, "an objective missed, or never recovered"),
    USAGE(2, "usage, or a file that is not valid"),
    NO_VERDICT(3, "no verdict: indeterminate, no effect, or the measurement is invalid"),
    ABORTED(4, "aborted, by a person or a guardrail"),
    REFUSED(5, "refused: policy, freeze, halt, or lock"),
    DIRTY(6, "clean-up incomplete: something is left behind; comes before the others"),
    UNVERIFIED(7, "evidence does not verify"),
    UNREACHABLE(69, "a needed system could not be reached; nothing was injected"),
    INTERNAL(70, "internal error");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** What it says of a drill. */
    public String meaning() {
        return meaning;
    }

    public int code() {
        return code;
    }

    /**
     * The exit code of a drill. Something left behind wins over all else.
     *
     * @param unreachable whether a needed system could not be reached and nothing was injected
     */
    public static ExitCode of(Assessment assessment, boolean unreachable) {
        if (assessment.cleanUp() != CleanUp.CLEAN) {
            return DIRTY;
        }
        return switch (assessment.outcome()) {
            case COMPLETED -> ofVerdict(assessment);
            case ABORTED -> ABORTED;
            case REFUSED -> REFUSED;
            case CRASHED -> NO_VERDICT;
            case FAILED -> unreachable ? UNREACHABLE : INTERNAL;
        };
    }

    /** The exit code of a drill that could not be begun, or not be brought to its end. */
    static ExitCode of(RunCutShortException cut) {
        if (cut.cleanUp() != CleanUp.CLEAN) {
            return DIRTY;
        }
        return cut.hasBegun() ? INTERNAL : REFUSED;
    }

    private static ExitCode ofVerdict(Assessment assessment) {
        return switch (assessment.verdict()) {
            case MET -> OK;
            case MISSED, NOT_RECOVERED -> MISSED;
            case MEASUREMENT_INVALID, NO_EFFECT, INDETERMINATE -> NO_VERDICT;
        };
    }
}
