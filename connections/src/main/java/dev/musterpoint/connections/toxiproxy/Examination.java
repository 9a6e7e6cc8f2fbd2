package dev.musterpoint.connections.toxiproxy;

import dev.musterpoint.drills.spi.SystemCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looks at a Toxiproxy before any drill: whether it answers, and whether its proxies are as drills need them. Only reads. */
final class Examination {
    private final ToxiproxyApi api;

    Examination(ToxiproxyApi api) {
        this.api = api;
    }

    List<SystemCheck> checks() {
        List<SystemCheck> checks = new ArrayList<>();
        try {
            checks.add(SystemCheck.ok("API", api.uri() + " answers; its version is " + api.version()));
            List<ProxyState> proxies = api.proxies();
            if (proxies.isEmpty()) {
                checks.add(
                        SystemCheck.failed("proxies", "there are none", "make one in front of what is to be drilled"));
            }
            for (ProxyState proxy : proxies) {
                checks.add(check(api.proxy(proxy.name()).orElse(proxy)));
            }
        } catch (IOException e) {
            checks.add(SystemCheck.failed("API", e.getMessage(), "start it, or mend the system's url"));
        }
        return checks;
    }

    private static SystemCheck check(ProxyState proxy) {
        String name = "proxy " + proxy.name();
        String way = proxy.listen() + " to " + proxy.upstream();
        if (!proxy.enabled()) {
            return SystemCheck.warning(
                    name, "it is disabled (" + way + ")", "enable it: drills touch no disabled proxy");
        }
        return proxy.toxics().isEmpty()
                ? SystemCheck.ok(name, "enabled, without toxics (" + way + ")")
                : SystemCheck.warning(
                        name,
                        "it has the toxics " + String.join(", ", proxy.toxics()),
                        "remove them: drills touch no proxy that has any");
    }
}
