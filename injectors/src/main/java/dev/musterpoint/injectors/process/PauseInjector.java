package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.UndoSink;
import java.util.List;

/** Stops a process (SIGSTOP), and sets going again (SIGCONT) what ran before. */
final class PauseInjector extends ProcessInjector {
    PauseInjector(Toolbox toolbox) {
        super(toolbox);
    }

    @Override
    UndoKind undoKind() {
        return UndoKind.AUTO;
    }

    @Override
    String byHand(ProcessEntry root) {
        return "kill -s CONT " + root.pid() + " $(pstree -p " + root.pid() + " | grep -o '([0-9]*)' | tr -d '()')";
    }

    @Override
    void inject(ProcessEntry root, Scope scope, UndoSink undo, Cancellation cancellation) throws InjectionException {
        if (scope == Scope.TREE) {
            tree.stop(root, processes -> record(undo, processes), cancellation);
        } else {
            tree.stop(List.of(root), processes -> record(undo, processes));
        }
    }
}
