package dev.musterpoint.shell.run;

import dev.musterpoint.drills.engine.AbortSwitch;
import dev.musterpoint.programme.halt.Halt;
import dev.musterpoint.programme.halt.HaltLever;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a run when the halt lever is engaged. Used by the run's thread alone. */
final class LeverWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LeverWatch.class);

    private final HaltLever lever;
    private final AbortSwitch abort;
    private boolean warned;

    LeverWatch(HaltLever lever, AbortSwitch abort) {
        this.lever = lever;
        this.abort = abort;
    }

    /** A lever that cannot be seen does not stop what is under way; nothing more is injected while that is so. */
    void look() {
        try {
            lever.engaged().ifPresent(this::stop);
        } catch (UncheckedIOException unreadable) {
            if (!warned) {
                LOG.warn("{}; the run goes on, and nothing more is injected", unreadable.getMessage());
                warned = true;
            }
        }
    }

    private void stop(Halt halt) {
        abort.request(halt.by(), "the halt lever is engaged: " + halt.reason());
    }
}
