package dev.musterpoint.injectors.http;

import dev.musterpoint.connections.http.WebRequest;
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

/** Offers the fault type {@code http/request}. */
public final class RequestInjectorProvider implements InjectorProvider {
    static final String APPLY = "apply";
    static final String UNDO = "undo";
    static final String RESIDUE = "residue";

    private static final String EFFECT = "effect";
    private static final String TYPE = "http/request";

    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(
                TYPE,
                "Sends a request that makes a fault, and another that undoes it; each host must be allowed by policy",
                List.of(
                        Parameter.requiredMapping(APPLY, "What makes the fault", WebRequest.parameters()),
                        Parameter.requiredMapping(
                                UNDO,
                                "What undoes it; must do no harm where there is nothing to undo, and when done twice",
                                WebRequest.parameters()),
                        Parameter.requiredMapping(
                                EFFECT,
                                "What sees the fault: answered as expected while it is there; must change nothing",
                                WebRequest.parameters()),
                        Parameter.requiredMapping(
                                RESIDUE,
                                "What sees that nothing is left: answered as expected when all is clean; must change"
                                        + " nothing",
                                WebRequest.parameters())),
                List.of(),
                List.of(),
                List.of("to send the requests: 'hosts' of the policy names whom"),
                UndoKind.AUTO));
    }

    @Override
    public FaultInjector injector(String type, Toolbox toolbox) {
        return new RequestInjector(toolbox);
    }

    @Override
    public TargetResolver resolver(String type) {
        return RequestInjectorProvider::resolve;
    }

    private static List<Target> resolve(FaultSpec fault, Optional<SystemFacts> system) {
        String host = WebRequest.of(fault.params().nested(APPLY)).url().hostAndPort();
        return List.of(new Target(host, "hosts", host, 1, false, Map.of()));
    }
}
