package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.connections.toxiproxy.NewToxic;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.util.Map;

/** Puts a toxic that bears the run's mark into a proxy, by one request, and removes that one alone. */
final class ToxicInjector extends ProxyInjector {
    static final String STREAM = "stream";
    static final String TOXICITY = "toxicity";
    private static final String TOXIC = "toxic";

    private final Toxic kind;

    ToxicInjector(Toxic kind, Toolbox toolbox) {
        super(toolbox);
        this.kind = kind;
    }

    /** The toxic that a drill's {@code params} ask for. @throws IllegalArgumentException when they are wrong */
    static NewToxic toxic(Toxic kind, String name, Params params) {
        return new NewToxic(
                name,
                kind.type(),
                params.text(STREAM, "downstream"),
                Share.parse(params.text(TOXICITY, "100%")).value(),
                kind.attributes(params));
    }

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) throws InjectionException {
        String toxic = faults().mark(fault);
        String url = faults().api(fault).uri() + "/proxies/" + ProxyFault.proxy(target) + "/toxics/" + toxic;
        return faults().record(fault, target, Map.of(TOXIC, toxic), "curl -X DELETE " + url);
    }

    @Override
    void make(PlannedFault fault, Target target, Injection injection) throws InjectionException, IOException {
        NewToxic toxic = toxic(kind, faults().mark(fault), fault.spec().params());
        injection.begins();
        faults().api(fault).add(ProxyFault.proxy(target), toxic, injection.cancellation());
    }

    @Override
    void remove(UndoRecord undo) throws IOException {
        ProxyFault.api(undo).remove(ProxyFault.proxy(undo), undo.data().get(TOXIC));
    }

    @Override
    Residue look(UndoRecord undo) throws IOException {
        String toxic = "toxic '" + undo.data().get(TOXIC) + "' of proxy '" + ProxyFault.proxy(undo) + "'";
        return ProxyFault.api(undo).has(ProxyFault.proxy(undo), undo.data().get(TOXIC))
                ? Residue.left(toxic + " is there")
                : Residue.none(toxic + " is not there");
    }
}
