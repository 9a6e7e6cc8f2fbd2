package dev.musterpoint.injectors.command;

import dev.musterpoint.connections.command.Command;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.InjectorProvider;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.TargetResolver;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offers the fault type {@code command/run}. */
public final class CommandInjectorProvider implements InjectorProvider {
    static final String APPLY = "apply";
    static final String UNDO = "undo";
    static final String EFFECT = "effect";
    static final String RESIDUE = "residue";

    private static final String TYPE = "command/run";

    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(
                TYPE,
                "Runs a program that makes a fault, and another that undoes it; each must be allowed by policy",
                List.of(
                        Parameter.requiredMapping(APPLY, "What makes the fault", Command.parameters()),
                        Parameter.requiredMapping(
                                UNDO,
                                "What undoes it; must do no harm where there is nothing to undo, and when done twice",
                                Command.parameters()),
                        Parameter.requiredMapping(
                                EFFECT,
                                "What sees the fault: exits as expected while it is there; must change nothing",
                                Command.parameters()),
                        Parameter.requiredMapping(
                                RESIDUE,
                                "What sees that nothing is left: exits as expected when all is clean; must change"
                                        + " nothing",
                                Command.parameters())),
                List.of(),
                List.of(),
                List.of("to run the programs: 'commands' of the policy names them"),
                UndoKind.AUTO));
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return new CommandInjector(toolbox);
    }

    @Override
    public TargetResolver resolver(String type) {
        return CommandInjectorProvider::resolve;
    }

    /** The one thing that is known to be touched is the program; it can reach out of any sandbox. */
    private static List<Target> resolve(FaultSpec fault, Optional<SystemFacts> system) {
        String program = Command.of(fault.params().nested(APPLY)).program();
        return List.of(new Target(program, "programs", program, 1, false, Map.of()));
    }
}
