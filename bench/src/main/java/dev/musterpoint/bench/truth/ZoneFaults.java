package dev.musterpoint.bench.truth;

import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.WatchEnded;
import dev.musterpoint.drills.journal.RunReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs drills of {@code bench/drills} on a cluster of three zones, and compares each interval with what an independent client
 * outside the cluster saw, and the cluster afterwards with what it was before, field by field.
 */
final class ZoneFaults {
    private static final String ZONE = "b";
    private static final String NODE = "node-" + ZONE + "1";

    private final Path home;
    private final List<String> muster;
    private final WebCluster cluster;
    private final Duration every;

    /** @param home the project's directory @param muster what starts Musterpoint @param every how often the client asks */
    ZoneFaults(Path home, List<String> muster, WebCluster cluster, Duration every) {
        this.every = every;
        this.home = home;
        this.muster = muster;
        this.cluster = cluster;
    }

    /**
     * @param name its drill's @param directory where its files go
     * @throws IllegalStateException when there is nothing to compare
     */
    Comparison once(String name, Path directory) throws Exception {
        cluster.awaitWhole(NODE);
        Set<String> there = cluster.pods(NODE);
        Set<String> gone = new HashSet<>(cluster.pods());
        String before = cluster.fields();
        Path log = directory.resolve("client.log");
        Process client = new ProcessBuilder(
                        cluster.directory().resolve("bin/testapp").toString(),
                        "probe",
                        cluster.url(),
                        every.toMillis() + "ms",
                        "1s",
                        log.toString())
                .start();
        DrillProcess drill;
        try {
            drill = drill(name, directory, there.iterator().next());
            // What becomes of the service when the fault is undone is no part of what is measured.
            drill.awaitFact(WatchEnded.class);
        } finally {
            client.destroy();
        }
        gone.removeAll(cluster.pods());
        int status = drill.await();
        client.waitFor();
        RunReader run = new RunReader(drill.run());
        if (run.facts(InjectionReturned.class).isEmpty()) {
            throw new IllegalStateException("nothing was injected, exit " + status + ": " + directory);
        }
        // Those of a node that nobody reaches are still in the cluster's books.
        Set<String> victims = gone.isEmpty() ? there : gone;
        WebLog saw = WebLog.read(log, by -> victims.contains(by.split(" ")[0]));
        return new Comparison(name, Measured.of(run), saw, cluster.fields().equals(before), status);
    }

    private DrillProcess drill(String name, Path directory, String victim) throws IOException {
        Path drill = home.resolve("bench/drills/" + name + ".yaml");
        return new DrillProcess(
                muster,
                drill,
                directory.resolve("runs"),
                Map.of("MUSTER_POLICY", policy(directory).toString()),
                variables(Files.readString(drill), victim));
    }

    /** Those that the drill has a use for. */
    private List<String> variables(String drill, String victim) {
        Map<String, Object> values = Map.of(
                "KUBECONFIG", cluster.directory().resolve("admin.kubeconfig"),
                "CLUSTER", cluster.directory(),
                "SCRIPTS", home.resolve("testbed/kubernetes"),
                "NAMESPACE", cluster.namespace(),
                "URL", cluster.url(),
                "ZONE", ZONE,
                "POD", victim);
        return values.entrySet().stream()
                .filter(each -> drill.contains("${" + each.getKey() + "}"))
                .flatMap(each -> Stream.of("--var", each.getKey() + "=" + each.getValue()))
                .toList();
    }

    /** The bench's policy, with the service's host and the scripts that cut the power. */
    private Path policy(Path directory) throws IOException {
        String scripts = Stream.of("zone-off.sh", "zone-on.sh", "zone-is.sh")
                .map(script ->
                        home.resolve("testbed/kubernetes").resolve(script).toString())
                .collect(Collectors.joining(", "));
        String policy = Files.readString(home.resolve("bench/drills/policy.yaml"))
                .replace(
                        "[127.0.0.1]",
                        "[127.0.0.1, " + URI.create(cluster.url()).getHost() + "]");
        return Files.writeString(directory.resolve("policy.yaml"), policy + "  commands: [" + scripts + "]\n");
    }
}
