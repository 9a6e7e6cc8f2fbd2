package dev.musterpoint.reports.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects what the checks find. */
final class Findings {
    private static final String COPY = "compare with a copy of the run that you trust";

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void add(ProblemKind kind, String file, String what) {
        add(kind, file, 0, what);
    }

    void add(ProblemKind kind, String file, long line, String what) {
        add(kind, file, line, what, COPY);
    }

    void add(ProblemKind kind, String file, long line, String what, String advice) {
        problems.add(new Problem(kind, file, line, what, advice));
    }

    void note(String note) {
        notes.add(note);
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Does one check; a file that cannot be read at all is a finding too, and keeps no other check from being done. */
    void check(String file, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException e) {
            add(
                    ProblemKind.MISSING,
                    file,
                    0,
                    "it cannot be read: " + e.getMessage(),
                    "check the file and its permissions");
        }
    }

    VerificationResult result() {
        return new VerificationResult(problems, notes);
    }
}
