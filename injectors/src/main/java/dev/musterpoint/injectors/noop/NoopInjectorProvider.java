package dev.musterpoint.injectors.noop;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.InjectorProvider;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.TargetResolver;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offers the fault type {@code noop}. */
public final class NoopInjectorProvider implements InjectorProvider {
    private static final String TYPE = "noop";

    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(
                TYPE,
                "Does nothing: for trying out a drill, and for proving that one without effect does not pass",
                List.of(),
                List.of(Parameter.optional("member", ParameterType.TEXT, "none", "A member to leave alone, by name")),
                List.of(),
                List.of(),
                UndoKind.NONE));
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return new NoopInjector(toolbox.runId());
    }

    @Override
    public TargetResolver resolver(String type) {
        return NoopInjectorProvider::resolve;
    }

    private static List<Target> resolve(FaultSpec fault, Optional<SystemFacts> system) {
        String group = system.map(SystemFacts::name).orElse(TYPE);
        String id = group
                + fault.target().find("member").map(member -> "/" + member).orElse("");
        int size = system.map(facts -> Math.max(1, facts.members().size())).orElse(1);
        // It touches nothing, wherever its target is; so it is as harmless as in a sandbox.
        return List.of(new Target(id, "things", group, size, true, Map.of()));
    }
}
