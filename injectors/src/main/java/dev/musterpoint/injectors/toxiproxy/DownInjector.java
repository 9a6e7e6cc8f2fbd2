package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.connections.toxiproxy.ProxyState;
import dev.musterpoint.connections.toxiproxy.ToxiproxyApi;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Disables a proxy, which ends its connections and refuses new ones, and enables it again. A switch bears nobody's mark:
 * only a proxy that was enabled is disabled, so that enabling it is always what it was before.
 */
final class DownInjector extends ProxyInjector {
    static final String TYPE = "toxiproxy/down";
    private static final String FORMERLY = "formerly";
    private static final String ENABLED = "enabled";

    DownInjector(Toolbox toolbox) {
        super(toolbox);
    }

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) throws InjectionException {
        String url = faults().api(fault).uri() + "/proxies/" + ProxyFault.proxy(target);
        return faults().record(
                        fault, target, Map.of(FORMERLY, ENABLED), "curl -X POST -d '{\"enabled\": true}' " + url);
    }

    @Override
    void make(PlannedFault fault, Target target, Injection injection) throws InjectionException, IOException {
        ToxiproxyApi api = faults().api(fault);
        injection.begins();
        api.enable(ProxyFault.proxy(target), false, injection.cancellation());
    }

    /** A proxy that is enabled is left alone, and one that is gone is not made again. */
    @Override
    void remove(UndoRecord undo) throws IOException {
        ToxiproxyApi api = ProxyFault.api(undo);
        Optional<ProxyState> proxy = find(api, ProxyFault.proxy(undo));
        if (proxy.isPresent() && !proxy.get().enabled()) {
            api.enable(proxy.get().name(), true, new Cancellation());
        }
    }

    /** Without its toxics: whatever these are, they are no reason to leave it disabled. */
    private static Optional<ProxyState> find(ToxiproxyApi api, String name) throws IOException {
        return api.proxies().stream().filter(proxy -> proxy.name().equals(name)).findFirst();
    }

    @Override
    Residue look(UndoRecord undo) throws IOException {
        Optional<ProxyState> proxy = find(ProxyFault.api(undo), ProxyFault.proxy(undo));
        String name = "proxy '" + ProxyFault.proxy(undo) + "'";
        if (proxy.isEmpty()) {
            return Residue.none(name + " is not there any more");
        }
        return proxy.get().enabled()
                ? Residue.none(name + " is enabled, as it was")
                : Residue.left(name + " is disabled");
    }
}
