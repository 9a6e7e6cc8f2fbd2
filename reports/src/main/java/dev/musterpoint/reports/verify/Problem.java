package dev.musterpoint.reports.verify;

import java.util.Objects;

/**
 * One thing that is wrong.
 *
 * @param file   relative to the run's directory, or {@code programme.jsonl} beside it
 * @param line   from 1; 0 where it is the whole file
 * @param what   what was found
 * @param advice what to do about it
 */
public record Problem(ProblemKind kind, String file, long line, String what, String advice) {
    public Problem {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(file);
        Objects.requireNonNull(what);
        Objects.requireNonNull(advice);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + kind + ": " + what + "; " + advice;
    }
}
