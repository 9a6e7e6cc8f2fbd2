package dev.musterpoint.shell.run;

import dev.musterpoint.drills.engine.RunResult;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.verdict.Assessment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** A run could not be begun, or not be brought to its end, because something could not be written. Says what became of it. */
public final class RunCutShortException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean begun;
    private final CleanUp cleanUp;

    private RunCutShortException(boolean begun, CleanUp cleanUp, String message, Throwable cause) {
        super(message, cause);
        this.begun = begun;
        this.cleanUp = cleanUp;
    }

    /** Nothing was written, and so nothing was done. */
    static RunCutShortException beforeItBegan(UncheckedIOException cause) {
        return new RunCutShortException(false, CleanUp.CLEAN, "nothing was done: " + cause.getMessage(), cause);
    }

    /** @param result what the run came to; empty when it had not come to do anything */
    static RunCutShortException of(RunDirectory run, Optional<RunResult> result, UncheckedIOException cause) {
        if (isEmpty(run)) {
            return beforeItBegan(cause);
        }
        String what = "run " + run.runId() + " was cut short: " + cause.getMessage();
        if (run.isSealed()) {
            CleanUp left =
                    new RunReader(run).assessment().map(Assessment::cleanUp).orElse(CleanUp.UNKNOWN);
            String more = "; the watchdog has sealed it: 'muster run show " + run.runId() + "'";
            return new RunCutShortException(true, left, what + more, cause);
        }
        CleanUp left = result.map(RunResult::cleanUp).orElse(CleanUp.CLEAN);
        String undone = left == CleanUp.CLEAN ? "what it changed is undone" : "it may have left something";
        String next = "; " + undone + ". Make room, or its directory writable, and 'muster recover " + run.runId()
                + "' finishes and seals it";
        return new RunCutShortException(true, left, what + next, cause);
    }

    private static boolean isEmpty(RunDirectory run) {
        try {
            return Files.notExists(run.journal()) || Files.size(run.journal()) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether anything of the run was written. When not, nothing was done either. */
    public boolean hasBegun() {
        return begun;
    }

    /** What it left. */
    public CleanUp cleanUp() {
        return cleanUp;
    }
}
