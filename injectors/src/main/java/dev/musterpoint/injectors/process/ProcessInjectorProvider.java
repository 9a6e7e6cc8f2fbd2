package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.InjectorProvider;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.TargetResolver;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;

/** Offers the fault types {@code process/kill} and {@code process/pause}. */
public final class ProcessInjectorProvider implements InjectorProvider {
    private static final String KILL = "process/kill";
    private static final String PAUSE = "process/pause";

    @Override
    public List<TypeInfo> types() {
        return List.of(
                info(KILL, "Kills a process of this machine (SIGKILL)", UndoKind.NONE),
                info(PAUSE, "Stops a process of this machine (SIGSTOP) until the fault is undone", UndoKind.AUTO));
    }

    private static TypeInfo info(String type, String summary, UndoKind undo) {
        return new TypeInfo(
                type,
                summary,
                List.of(Parameter.choice(
                        "scope",
                        List.of("process", "tree"),
                        "tree",
                        "Whether it concerns the one process, or it and everything descended from it")),
                List.of(
                        Parameter.optional("member", ParameterType.TEXT, "none", "A member of a sandbox, by name"),
                        Parameter.optional("pid", ParameterType.INTEGER, "none", "A process, by its id"),
                        Parameter.optional(
                                "pidFile", ParameterType.FILE, "none", "A file whose first line is a process id")),
                List.of(),
                List.of("to signal the process: be its owner, or root"),
                undo);
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return type.equals(KILL) ? new KillInjector(toolbox) : new PauseInjector(toolbox);
    }

    @Override
    public TargetResolver resolver(String type) {
        return new ProcessTargets();
    }
}
