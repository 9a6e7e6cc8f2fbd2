package dev.musterpoint.sandbox.toxiproxy;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemFacts.Member;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.UndoSink;
import dev.musterpoint.sandbox.kind.MarkedDirectory;
import dev.musterpoint.sandbox.kind.SandboxException;
import dev.musterpoint.sandbox.kind.SandboxKind;
import dev.musterpoint.sandbox.postgres.PostgresPairKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL pair whose users come through a Toxiproxy: {@code primary-proxy} and {@code standby-proxy} stand in front of
 * its members, which are also reached directly, by name. It is removed as a pair is, for all of it bears one mark.
 */
public final class ProxiedPairKind implements SandboxKind {
    private static final String TOXIPROXY = "toxiproxy";
    private static final String SUFFIX = "-proxy";
    private static final String HOST = "host";
    private static final String PORT = "port";

    private final PostgresPairKind pair = new PostgresPairKind();

    @Override
    public String name() {
        return TOXIPROXY;
    }

    @Override
    public String summary() {
        return "a PostgreSQL pair behind a Toxiproxy (testbed/toxiproxy/install.sh installs it)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public SystemFacts describe(SystemSpec spec) {
        return behind(pair.describe(ofPair(spec)), Map.of(), Map.of());
    }

    private static SystemSpec ofPair(SystemSpec spec) {
        return new SystemSpec(spec.name(), spec.type(), spec.params().with(NAME, new PostgresPairKind().name()));
    }

    /** The pair with its proxies. @param ports on which these listen, by the names of members; empty when planning */
    private static SystemFacts behind(SystemFacts pair, Map<String, String> more, Map<String, Integer> ports) {
        Map<String, String> facts = new LinkedHashMap<>(pair.facts());
        facts.put(KIND, TOXIPROXY);
        facts.putAll(more);
        List<Member> members = new ArrayList<>(pair.members());
        for (Member member : pair.members()) {
            String proxy = member.name() + SUFFIX;
            Map<String, String> its = new LinkedHashMap<>(
                    Map.of("proxy", proxy, HOST, member.facts().get(HOST)));
            Optional.ofNullable(ports.get(member.name())).ifPresent(port -> its.put(PORT, Integer.toString(port)));
            members.add(new Member(proxy, its));
        }
        return new SystemFacts(pair.name(), pair.type(), true, facts, members);
    }

    @Override
    public UndoRecord prepare(SystemSpec spec, String mark) {
        return pair.prepare(ofPair(spec), mark);
    }

    @Override
    public SystemFacts open(SystemSpec spec, String mark, Toolbox toolbox, UndoSink undo, Cancellation cancellation)
            throws IOException, SandboxException {
        Path program = ToxiproxyProgram.find().orElseThrow(() -> new SandboxException(ToxiproxyProgram.MISSING));
        SystemFacts made = pair.open(ofPair(spec), mark, toolbox, undo, cancellation);
        Map<String, Integer> ports = new LinkedHashMap<>();
        List<ProxySpec> proxies = new ArrayList<>();
        String url = made.facts().get("jdbcUrl");
        for (Member member : made.members()) {
            String upstream = member.facts().get(HOST) + ":" + member.facts().get(PORT);
            int port = RunningToxiproxy.freePort();
            String listen = member.facts().get(HOST) + ":" + port;
            ports.put(member.name(), port);
            proxies.add(new ProxySpec(member.name() + SUFFIX, listen, upstream, true));
            url = url.replace(upstream, listen);
        }
        RunningToxiproxy server =
                RunningToxiproxy.start(program, mark, MarkedDirectory.of(mark), proxies, toolbox.clock(), cancellation);
        return behind(made, Map.of("jdbcUrl", url, "toxiproxyUrl", server.url()), ports);
    }

    @Override
    public UndoHandler undo(Toolbox toolbox) {
        return pair.undo(toolbox);
    }

    @Override
    public Optional<String> obstacle() {
        return pair.obstacle()
                .or(() ->
                        ToxiproxyProgram.find().isPresent() ? Optional.empty() : Optional.of(ToxiproxyProgram.MISSING));
    }
}
