package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.connections.toxiproxy.NewToxic;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Puts a toxic that bears the run's mark into a proxy, by one request, and removes that one alone. */
final class ToxicInjector implements FaultInjector {
    static final String STREAM = "stream";
    static final String TOXICITY = "toxicity";
    private static final String TOXIC = "toxic";

    private final Toxic kind;
    private final ProxyFault faults;

    ToxicInjector(Toxic kind, Toolbox toolbox) {
        this.kind = kind;
        this.faults = new ProxyFault(toolbox);
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
        String toxic = faults.mark(fault);
        String url = faults.api(fault).uri() + "/proxies/" + ProxyFault.proxy(target) + "/toxics/" + toxic;
        return faults.record(fault, target, Map.of(TOXIC, toxic), "curl -X DELETE " + url);
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        NewToxic toxic = toxic(kind, faults.mark(fault), fault.spec().params());
        injection.begins();
        try {
            faults.api(fault).add(ProxyFault.proxy(target), toxic, injection.cancellation());
        } catch (IOException e) {
            throw new InjectionException(e.getMessage(), e);
        }
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        try {
            ProxyFault.api(undo).remove(ProxyFault.proxy(undo), undo.data().get(TOXIC));
        } catch (IOException e) {
            throw new InjectionException(e.getMessage() + "; by hand: " + undo.byHand(), e);
        }
    }

    @Override
    public Residue inspect(UndoRecord undo) {
        String toxic = "toxic '" + undo.data().get(TOXIC) + "' of proxy '" + ProxyFault.proxy(undo) + "'";
        try {
            return ProxyFault.api(undo).has(ProxyFault.proxy(undo), undo.data().get(TOXIC))
                    ? Residue.left(toxic + " is there")
                    : Residue.none(toxic + " is not there");
        } catch (IOException e) {
            return Residue.unreadable(e.getMessage());
        }
    }

    @Override
    public Duration inFlight() {
        return ProxyCalls.IN_FLIGHT;
    }

    @Override
    public Duration longest(UndoRecord undo) {
        return ProxyCalls.LONGEST;
    }
}
