package dev.musterpoint.bench.truth;

import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.WatchEnded;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs faults of Kubernetes on a cluster of three zones, and compares each interval with what an independent client outside the
 * cluster saw, and the cluster afterwards with what it was before, field by field.
 */
public final class ZonesMain {
    /** Good answers in a row that show that all parts of the service are reached, and how many requests are made for them. */
    private static final int ENOUGH = 1000;

    private static final int MOST = 100_000;
    private static final int TIMEOUT = 1000;
    private static final String ZONE = "b";
    private static final String FIELDS =
            "jsonpath={range .items[*]}{.metadata.name} {.metadata.annotations} {.metadata.labels} {.spec}{end}";

    private final Path home;
    private final Path cluster;
    private final String url;

    private ZonesMain(Path home, Path cluster, String url) {
        this.home = home;
        this.cluster = cluster;
        this.url = url;
    }

    /** Arguments: the project's directory, how many runs, the cluster's directory, the service's URL, and drills by name. */
    public static void main(String[] arguments) throws Exception {
        ZonesMain main = new ZonesMain(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[2]), arguments[3]);
        int runs = Integer.parseInt(arguments[1]);
        boolean all = true;
        System.out.println(
                "drill                 run  measured [s]      client [s]        failed of attempts  overlap  clean");
        for (String drill : List.of(arguments).subList(4, arguments.length)) {
            for (int i = 1; i <= runs; i++) {
                all &= main.once(drill, i);
            }
        }
        System.exit(all ? 0 : 1);
    }

    private boolean once(String name, int number) throws Exception {
        Path directory = Files.createTempDirectory("zones-");
        awaitWhole();
        Set<String> victims = Set.of(kubectl(
                        "get",
                        "pods",
                        "-l",
                        "app=web",
                        "--field-selector=spec.nodeName=node-" + ZONE + "1",
                        "-o",
                        "jsonpath={.items[*].metadata.name}")
                .split(" "));
        String before = fields();
        Path log = directory.resolve("client.log");
        Process client = new ProcessBuilder(
                        cluster.resolve("bin/testapp").toString(), "probe", url, "20ms", "1s", log.toString())
                .start();
        DrillProcess drill = drill(name, directory, victims.iterator().next());
        // What becomes of the service when the fault is undone is no part of what is measured.
        drill.awaitFact(WatchEnded.class);
        client.destroy();
        int status = drill.await();
        client.waitFor();
        RunReader run = new RunReader(drill.run());
        Assessment assessment = run.assessment().orElseThrow();
        Interval measured = assessment.findings(ObjectiveJudged.class).stream()
                .filter(judged -> judged.kind().equals("recoveryTime"))
                .flatMap(judged -> judged.measured().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no interval (exit " + status + "): " + assessment));
        Predicate<String> victim = by -> victims.contains(by.split(" ")[0]);
        WebLog saw = WebLog.read(log, victim);
        double lower = Durations.seconds(measured.lower());
        double upper = Durations.seconds(measured.upper().orElse(Duration.ofDays(1)));
        boolean overlap = saw.overlaps(lower, upper);
        boolean clean = fields().equals(before);
        System.out.printf(
                Locale.ROOT,
                "%-20s  %3d  [%6.3f, %6.3f]  %s  %-7s  %s  effect after %.2f s%n",
                name,
                number,
                lower,
                upper,
                saw,
                overlap ? "yes" : "NO",
                clean ? "yes" : "NO " + directory,
                effect(run));
        return overlap && clean;
    }

    private static double effect(RunReader run) {
        return run.facts(EffectSeen.class).stream()
                .mapToDouble(seen -> Durations.seconds(seen.returned()
                        .minus(run.facts(InjectionReturned.class).get(0).started())))
                .max()
                .orElse(Double.NaN);
    }

    private DrillProcess drill(String name, Path directory, String victim) throws IOException {
        Path drill = home.resolve("bench/drills/" + name + ".yaml");
        return new DrillProcess(
                home.resolve("muster"),
                drill,
                directory.resolve("runs"),
                Map.of("MUSTER_POLICY", policy(directory).toString()),
                variables(Files.readString(drill), victim));
    }

    /** Those that the drill has a use for. */
    private List<String> variables(String drill, String victim) {
        Map<String, Object> values = Map.of(
                "KUBECONFIG", cluster.resolve("admin.kubeconfig"),
                "CLUSTER", cluster,
                "SCRIPTS", home.resolve("testbed/kubernetes"),
                "URL", url,
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
                .replace("[127.0.0.1]", "[127.0.0.1, " + URI.create(url).getHost() + "]");
        return Files.writeString(directory.resolve("policy.yaml"), policy + "  commands: [" + scripts + "]\n");
    }

    /** All nodes ready, and a pod of the service in every zone: a new rollout spreads them. */
    private void awaitWhole() throws Exception {
        kubectl("wait", "--for=condition=Ready", "nodes", "--all", "--timeout=60s");
        kubectl("rollout", "restart", "deployment/web");
        kubectl("rollout", "status", "deployment/web", "--timeout=120s");
        kubectl(
                "wait",
                "--for=delete",
                "pods",
                "-l",
                "app=web",
                "--field-selector=status.phase!=Running",
                "--timeout=60s");
        int good = 0;
        for (int i = 0; i < MOST && good < ENOUGH; i++) {
            good = answers() ? good + 1 : 0;
        }
    }

    private boolean answers() {
        try {
            URLConnection connection = URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT);
            connection.setReadTimeout(TIMEOUT);
            connection.setRequestProperty("Connection", "close");
            try (InputStream in = connection.getInputStream()) {
                return in.readAllBytes().length > 0;
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** What drills may not have changed when they are over. */
    private String fields() throws Exception {
        return kubectl("get", "nodes", "-o", FIELDS)
                + kubectl("get", "networkpolicies,poddisruptionbudgets", "-A", "-o", FIELDS)
                + kubectl("get", "deployments", "-A", "-o", "jsonpath={.items[*].spec.replicas}")
                + kubectl("get", "pods", "-A", "-l", "musterpoint.dev/run", "-o", "jsonpath={.items[*].metadata.name}");
    }

    private String kubectl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                cluster.resolve("bin/kubectl").toString(), "--kubeconfig=" + cluster.resolve("admin.kubeconfig")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + said);
        }
        return said;
    }
}
