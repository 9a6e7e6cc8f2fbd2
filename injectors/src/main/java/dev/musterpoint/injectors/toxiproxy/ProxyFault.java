package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.connections.toxiproxy.ToxiproxyApi;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What all faults in a proxy share: where its API is, whose the fault is, and the record of it. */
final class ProxyFault {
    static final String PROXY = ProxyTargets.PROXY;

    private final Toolbox toolbox;

    ProxyFault(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    /** The API of the fault's system, which a sandbox has only once it is open. */
    ToxiproxyApi api(PlannedFault fault) throws InjectionException {
        try {
            return ToxiproxyApi.of(toolbox.systems().get(fault.spec().system().orElseThrow()));
        } catch (IllegalArgumentException e) {
            throw new InjectionException(e.getMessage(), e);
        }
    }

    static ToxiproxyApi api(UndoRecord undo) {
        return new ToxiproxyApi(undo.data().get(ToxiproxyApi.URL));
    }

    static String proxy(Target target) {
        return target.attributes().get(PROXY);
    }

    static String proxy(UndoRecord undo) {
        return undo.data().get(PROXY);
    }

    /**
     * The name of the fault's toxic. Runs in different directories may have one id, so their place is part of it; it holds
     * nothing that a path could not.
     */
    String mark(PlannedFault fault) {
        String place = toolbox.directory().toAbsolutePath().normalize().toString();
        return "muster-" + toolbox.runId() + "-" + fault.number() + "-" + Integer.toHexString(place.hashCode());
    }

    /** Requires the proxy to be ready, and tells what undoing will need. */
    UndoRecord record(PlannedFault fault, Target target, Map<String, String> more, String byHand)
            throws InjectionException {
        ToxiproxyApi api = api(fault);
        try {
            ProxyReadiness.require(api, proxy(target));
        } catch (IOException e) {
            throw new InjectionException(e.getMessage(), e);
        }
        Map<String, String> data = new LinkedHashMap<>(more);
        data.put(ToxiproxyApi.URL, api.uri().toString());
        data.put(PROXY, proxy(target));
        return UndoRecord.of(fault, target, mark(fault), UndoKind.AUTO, data, byHand);
    }
}
