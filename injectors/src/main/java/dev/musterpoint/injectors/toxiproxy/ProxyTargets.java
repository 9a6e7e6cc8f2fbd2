package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.connections.toxiproxy.ProxyState;
import dev.musterpoint.connections.toxiproxy.ToxiproxyApi;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.TargetResolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The proxies that a fault names. Those of a server that exists are looked at; a sandbox is known before it is made. */
final class ProxyTargets implements TargetResolver {
    static final String PROXY = "proxy";
    static final String PROXIES = "proxies";
    private static final String KIND = PROXIES;

    private final Consumer<FaultSpec> check;

    /** @param check throws {@link IllegalArgumentException} for a fault whose own parameters are wrong */
    ProxyTargets(Consumer<FaultSpec> check) {
        this.check = check;
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public List<Target> resolve(FaultSpec fault, Optional<SystemFacts> system) throws InjectionException {
        check.accept(fault);
        SystemFacts facts = system.orElseThrow(() -> new IllegalArgumentException(
                "it names no system; give it 'system:', one of type toxiproxy or the sandbox toxiproxy"));
        List<String> names = names(fault);
        names.forEach(ToxiproxyApi::requireName);
        return facts.sandbox() ? inSandbox(facts, names) : existing(facts, names);
    }

    private static List<String> names(FaultSpec fault) {
        if (fault.target().has(PROXY) == fault.target().has(PROXIES)) {
            throw new IllegalArgumentException(
                    "its target must have either 'proxy', a name, or 'proxies', a list of them");
        }
        return fault.target().texts(fault.target().has(PROXY) ? PROXY : PROXIES);
    }

    private static List<Target> inSandbox(SystemFacts facts, List<String> names) {
        List<String> proxies = facts.members().stream()
                .filter(member -> member.facts().containsKey(PROXY))
                .map(SystemFacts.Member::name)
                .toList();
        List<Target> targets = new ArrayList<>();
        for (String name : names) {
            if (!proxies.contains(name)) {
                throw new IllegalArgumentException("'" + facts.name() + "' has no proxy '" + name + "'"
                        + (proxies.isEmpty()
                                ? "; use the sandbox toxiproxy, or a system of type toxiproxy"
                                : "; it has: " + String.join(", ", proxies)));
            }
            targets.add(new Target(
                    facts.name() + "/" + name, KIND, facts.name(), proxies.size(), true, Map.of(PROXY, name)));
        }
        return targets;
    }

    private static List<Target> existing(SystemFacts facts, List<String> names) throws InjectionException {
        ToxiproxyApi api = ToxiproxyApi.of(facts);
        List<Target> targets = new ArrayList<>();
        try {
            int all = api.proxies().size();
            for (String name : names) {
                ProxyState proxy = ProxyReadiness.require(api, name);
                targets.add(new Target(
                        facts.name() + "/" + name,
                        KIND,
                        facts.name(),
                        Math.max(1, all),
                        false,
                        Map.of(
                                PROXY,
                                name,
                                Target.ADDRESS,
                                api.nameOf(name),
                                "listen",
                                proxy.listen(),
                                "upstream",
                                proxy.upstream())));
            }
            return targets;
        } catch (IOException e) {
            throw new InjectionException(e.getMessage() + "; start it, or mend the url of '" + facts.name() + "'", e);
        }
    }
}
