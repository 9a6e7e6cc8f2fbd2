package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.connections.toxiproxy.ProxyState;
import dev.musterpoint.connections.toxiproxy.ToxiproxyApi;
import dev.musterpoint.drills.spi.InjectionException;
import java.io.IOException;
import java.util.stream.Collectors;

/** What a proxy must be before a fault: there, enabled, and without toxics, or what is measured would not be ours. */
final class ProxyReadiness {
    private ProxyReadiness() {}

    /** The proxy as it is. @throws InjectionException when it is not ready, with what to do */
    static ProxyState require(ToxiproxyApi api, String name) throws IOException, InjectionException {
        ProxyState proxy = api.proxy(name).orElse(null);
        if (proxy == null) {
            throw new InjectionException(api.uri() + " has no proxy '" + name + "'; it has: " + names(api));
        }
        if (!proxy.enabled()) {
            throw new InjectionException("proxy '" + name + "' of " + api.uri()
                    + " is disabled, so that nothing could be broken; enable it");
        }
        if (!proxy.toxics().isEmpty()) {
            throw new InjectionException("proxy '" + name + "' of " + api.uri() + " already has the toxics "
                    + String.join(", ", proxy.toxics())
                    + ", which are not this drill's and stay untouched; remove them, or wait for whose they are");
        }
        return proxy;
    }

    private static String names(ToxiproxyApi api) throws IOException {
        String names =
                api.proxies().stream().map(ProxyState::name).sorted().limit(12).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }
}
