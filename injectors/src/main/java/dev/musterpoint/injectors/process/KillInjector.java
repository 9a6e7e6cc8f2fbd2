package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.UndoSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Kills a process (SIGKILL). A tree is stopped first, so that nothing is forked away while it dies. What was killed stays
 * dead: to start it again is not ours, and after a failover it is how split brain is made.
 */
final class KillInjector extends ProcessInjector {
    KillInjector(Toolbox toolbox) {
        this(toolbox, new ProcessTable());
    }

    KillInjector(Toolbox toolbox, ProcessTable table) {
        super(toolbox, table);
    }

    @Override
    UndoKind undoKind() {
        return UndoKind.NONE;
    }

    @Override
    String byHand(ProcessEntry root) {
        return "there is nothing to undo; what was killed is started again by those who run it";
    }

    @Override
    void inject(ProcessEntry root, Scope scope, UndoSink undo, Cancellation cancellation) throws InjectionException {
        if (scope == Scope.TREE) {
            killTree(root, cancellation);
        } else {
            signals.send("KILL", List.of(root));
        }
    }

    private void killTree(ProcessEntry root, Cancellation cancellation) throws InjectionException {
        List<ProcessEntry> stopped = new ArrayList<>();
        try (KillOnDeath killOnDeath = KillOnDeath.start()) {
            tree.stop(
                    root,
                    processes -> {
                        killOnDeath.add(processes);
                        stopped.addAll(processes);
                    },
                    cancellation);
            signals.send("KILL", stopped);
        } catch (InjectionException | RuntimeException e) {
            release(stopped, e);
            throw e;
        }
    }

    /** A kill that failed half-way, or was called off, leaves what it stopped as it was. */
    private void release(List<ProcessEntry> stopped, Exception cause) {
        try {
            signals.send(
                    "CONT", stopped.stream().filter(entry -> !entry.isStopped()).toList());
        } catch (InjectionException e) {
            cause.addSuppressed(e);
        }
    }
}
