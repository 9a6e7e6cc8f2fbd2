package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
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
    void inject(ProcessEntry root, Scope scope, Injection injection, Means means) throws InjectionException {
        if (scope == Scope.TREE) {
            killTree(root, injection, means);
        } else {
            injection.begins();
            means.signals().send("KILL", List.of(root));
        }
    }

    private static void killTree(ProcessEntry root, Injection injection, Means means) throws InjectionException {
        List<ProcessEntry> stopped = new ArrayList<>();
        try {
            means.tree()
                    .stop(
                            root,
                            processes -> {
                                means.shell().doom(processes);
                                stopped.addAll(processes);
                                injection.begins();
                            },
                            injection.cancellation());
            means.signals().send("KILL", stopped);
        } catch (InjectionException | RuntimeException e) {
            release(stopped, means.signals(), e);
            throw e;
        }
    }

    /** A kill that failed half-way, or was called off, leaves what it stopped as it was. */
    private static void release(List<ProcessEntry> stopped, Signals signals, Exception cause) {
        try {
            signals.send(
                    "CONT", stopped.stream().filter(entry -> !entry.isStopped()).toList());
        } catch (InjectionException e) {
            cause.addSuppressed(e);
        }
    }
}
