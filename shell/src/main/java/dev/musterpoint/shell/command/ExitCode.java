package dev.musterpoint.shell.command;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.verdict.Assessment;

/** What the process says to its caller. */
public enum ExitCode {
    OK(0),
    MISSED(1),
    USAGE(2),
    NO_VERDICT(3),
    ABORTED(4),
    REFUSED(5),
    DIRTY(6),
    UNVERIFIED(7),
    UNREACHABLE(69),
    INTERNAL(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
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

    private static ExitCode ofVerdict(Assessment assessment) {
        return switch (assessment.verdict()) {
            case MET -> OK;
            case MISSED, NOT_RECOVERED -> MISSED;
            case MEASUREMENT_INVALID, NO_EFFECT, INDETERMINATE -> NO_VERDICT;
        };
    }
}
