package dev.musterpoint.sandbox.kubernetes;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemFacts.Member;
import dev.musterpoint.drills.evidence.UndoKind;
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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Kubernetes of three zones with a node each, and a web service of three replicas on them. Linux and root only. */
public final class ZonesKind implements SandboxKind {
    /** The name of this kind. */
    public static final String ZONES = "kubernetes-zones";

    /** Facts: where the kubeconfig is, which of its contexts to use, and where the web service answers. */
    public static final String KUBECONFIG = "kubeconfig";

    public static final String CONTEXT = "context";
    public static final String WEB = "webUrl";

    private static final String THE_CONTEXT = "zones";
    private static final Duration TO_LOOK = Duration.ofSeconds(30);
    private static final Duration TO_START = Duration.ofMinutes(3);

    @Override
    public String name() {
        return ZONES;
    }

    @Override
    public String summary() {
        return "a Kubernetes of three zones with a web service of three replicas (Linux, root; 'make testbed' installs it)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public SystemFacts describe(SystemSpec spec) {
        return facts(spec.name(), Map.of());
    }

    private static SystemFacts facts(String system, Map<String, String> more) {
        LinkedHashMap<String, String> facts = new LinkedHashMap<>(Map.of(KIND, ZONES));
        facts.putAll(more);
        List<Member> members = Stream.of("a", "b", "c")
                .map(zone -> new Member("node-" + zone + "1", Map.of("zone", zone)))
                .toList();
        return new SystemFacts(system, TYPE, true, facts, members);
    }

    @Override
    public UndoRecord prepare(SystemSpec spec, String mark) {
        Path directory = MarkedDirectory.of(mark);
        return new UndoRecord(
                "system:" + spec.name(),
                HANDLER,
                "sandbox " + spec.name(),
                mark,
                UndoKind.AUTO,
                Duration.ZERO,
                Map.of(KIND, ZONES, MarkedDirectory.KEY, directory.toString()),
                "testbed/kubernetes/down.sh '" + directory.toString().replace("'", "'\\''") + "'");
    }

    @Override
    public SystemFacts open(SystemSpec spec, String mark, Toolbox toolbox, UndoSink undo, Cancellation cancellation)
            throws IOException, SandboxException {
        Scripts scripts = Scripts.find();
        Path directory = MarkedDirectory.of(mark);
        if (MarkedDirectory.exists(directory)) {
            throw new SandboxException(
                    directory + " already exists; run 'muster recover' to remove what is left of its run");
        }
        String programs = programs(scripts, cancellation);
        String owner = Long.toString(ProcessHandle.current().pid());
        answer(scripts, Map.of("OWNER", owner), cancellation, "up.sh", List.of(directory.toString(), programs));
        String web = answer(scripts, Map.of(), cancellation, "web.sh", List.of(directory.toString()));
        return facts(
                spec.name(),
                Map.of(
                        MarkedDirectory.KEY,
                        directory.toString(),
                        KUBECONFIG,
                        directory.resolve("admin.kubeconfig").toString(),
                        CONTEXT,
                        THE_CONTEXT,
                        "scripts",
                        scripts.path("").toString(),
                        WEB,
                        web));
    }

    private static String programs(Scripts scripts, Cancellation cancellation) throws IOException, SandboxException {
        Scripts.Result installed = scripts.run(TO_LOOK, Map.of("TESTBED", "no"), cancellation, "install.sh", List.of());
        if (!installed.succeeded()) {
            throw new SandboxException(installed.reason() + "; 'make testbed' installs what can be had");
        }
        return installed.answer();
    }

    private static String answer(
            Scripts scripts,
            Map<String, String> environment,
            Cancellation cancellation,
            String script,
            List<String> arguments)
            throws IOException, SandboxException {
        Scripts.Result result = scripts.run(TO_START, environment, cancellation, script, arguments);
        if (!result.succeeded()) {
            throw new SandboxException("the cluster did not come up: " + script + " ended with " + result.status()
                    + ": " + result.reason());
        }
        return result.answer();
    }

    @Override
    public UndoHandler undo(Toolbox toolbox) {
        return new ZonesUndo();
    }

    @Override
    public Optional<String> obstacle() {
        try {
            programs(Scripts.find(), new Cancellation());
            return Optional.empty();
        } catch (IOException | SandboxException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
