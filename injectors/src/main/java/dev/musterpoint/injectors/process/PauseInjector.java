package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.List;

/** Stops a process (SIGSTOP), and sets going again (SIGCONT) what ran before. */
final class PauseInjector extends ProcessInjector {
    PauseInjector(Toolbox toolbox) {
        this(toolbox, new ProcessTable());
    }

    PauseInjector(Toolbox toolbox, ProcessTable table) {
        super(toolbox, table);
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
    void inject(ProcessEntry root, Scope scope, Injection injection, Means means) throws InjectionException {
        if (scope == Scope.TREE) {
            means.tree().stop(root, processes -> record(injection, processes), injection.cancellation());
        } else {
            means.tree().stop(List.of(root), processes -> record(injection, processes));
        }
    }

    /** Writes down, durably, what is about to be stopped. */
    private static void record(Injection injection, List<ProcessEntry> processes) {
        injection.amend(StoppedProcesses.write(processes));
        injection.begins();
    }
}
