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
        super(toolbox, new ProcessTable());
    }

    @Override
    UndoKind undoKind() {
        return UndoKind.AUTO;
    }

    @Override
    String byHand(ProcessEntry root) {
        return "ps -A -o pid=,ppid= | awk 'function tree(p, i, n, c) { print p; n = split(children[p], c, \" \");"
                + " for (i = 1; i <= n; i++) tree(c[i]) } { children[$2] = children[$2] \" \" $1 }"
                + " END { tree(" + root.pid() + ") }' | xargs kill -s CONT";
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
