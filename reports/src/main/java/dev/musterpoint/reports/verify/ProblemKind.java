package dev.musterpoint.reports.verify;

import java.util.Locale;

/** What can be wrong with a run's evidence. */
public enum ProblemKind {
    /** Bytes are not those that were written. */
    EDITED,
    /** A file or a line is gone. */
    MISSING,
    /** Lines stand in another order than they were written in. */
    REORDERED,
    /** The end of a file is gone. */
    TRUNCATED,
    /** Two different things claim to come next. */
    FORKED,
    /** A file is there that nothing vouches for. */
    ADDED,
    /** A file's SHA-256 or length is not what was recorded of it. */
    DIGEST_MISMATCH,
    /** Judging the evidence again gives another assessment than the stored one. */
    NOT_REPRODUCIBLE;

    /** The word for people: {@code digest mismatch}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
