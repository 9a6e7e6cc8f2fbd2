package dev.musterpoint.connections.toxiproxy;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemFacts.Member;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.SystemCheck;
import dev.musterpoint.drills.spi.SystemProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.drills.spi.UndoSink;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Offers the system type {@code toxiproxy}: a Toxiproxy that exists and is only connected to. Its members are its proxies. */
public final class ToxiproxySystemProvider implements SystemProvider {
    private static final String TYPE = "toxiproxy";
    private static final String VERSION = "version";

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(
                TYPE,
                "A Toxiproxy that exists, with the proxies that are in it",
                List.of(Parameter.required(
                        "url",
                        ParameterType.TEXT,
                        "Where its admin API is, such as http://toxiproxy:8474; which proxies may be touched is for"
                                + " 'outsideSandbox.targets' of the policy")),
                List.of()));
    }

    @Override
    public SystemFacts describe(SystemSpec spec) {
        return facts(spec, Map.of(), List.of());
    }

    private static SystemFacts facts(SystemSpec spec, Map<String, String> more, List<Member> members) {
        Map<String, String> facts = new LinkedHashMap<>(more);
        facts.put(
                ToxiproxyApi.URL,
                new ToxiproxyApi(spec.params().text("url")).uri().toString());
        return new SystemFacts(spec.name(), TYPE, false, facts, members);
    }

    @Override
    public SystemFacts open(SystemSpec spec, Toolbox toolbox, UndoSink undo, Cancellation cancellation)
            throws IOException {
        ToxiproxyApi api = ToxiproxyApi.of(describe(spec));
        try {
            List<Member> members =
                    api.proxies().stream().map(proxy -> member(proxy, api)).toList();
            return facts(spec, Map.of(VERSION, api.version()), members);
        } catch (IOException e) {
            throw new IOException("system '" + spec.name() + "' cannot be reached: " + e.getMessage(), e);
        }
    }

    private static Member member(ProxyState proxy, ToxiproxyApi api) {
        return new Member(
                proxy.name(),
                Map.of("host", proxy.host(api.uri()), "port", proxy.port(), "upstream", proxy.upstream()));
    }

    @Override
    public List<SystemCheck> examine(SystemSpec spec, Toolbox toolbox, Cancellation cancellation) {
        return new Examination(ToxiproxyApi.of(describe(spec))).checks();
    }
}
