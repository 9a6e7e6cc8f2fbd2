package dev.musterpoint.bench.truth;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cluster and its web service as an operator sees them, by {@code kubectl}.
 *
 * @param directory of the cluster
 * @param namespace of the service
 * @param url       where the service is reached
 */
record WebCluster(Path directory, String namespace, String url) {
    /** Good answers in a row that show that all parts of the service are reached, and how many requests are made for them. */
    private static final int ENOUGH = 200;

    private static final int MOST = 20_000;
    private static final int TIMEOUT = 1000;
    private static final int ROLLOUTS = 6;
    private static final String STAYING =
            "go-template={{range .items}}{{if not .metadata.deletionTimestamp}}{{.metadata.name}} {{end}}{{end}}";
    private static final String FIELDS =
            "jsonpath={range .items[*]}{.metadata.name} {.metadata.annotations} {.metadata.labels} {.spec}{end}";

    /** The names of the service's pods, of those on one node where one is given. Those on their way out do not serve. */
    Set<String> pods(String... node) throws Exception {
        List<String> command = new ArrayList<>(List.of("get", "pods", "-l", "app=web"));
        for (String each : node) {
            command.add("--field-selector=spec.nodeName=" + each);
        }
        command.addAll(List.of("-o", STAYING));
        return Set.of(kubectl(command.toArray(String[]::new)).split(" "));
    }

    /** All nodes ready, and one pod of the service on {@code node}: a new rollout spreads them, as well as it can. */
    void awaitWhole(String node) throws Exception {
        kubectl("wait", "--for=condition=Ready", "nodes", "--all", "--timeout=60s");
        settle();
        for (int i = 0; i < ROLLOUTS && !isSpreadTo(node); i++) {
            kubectl("rollout", "restart", "deployment/web");
            settle();
        }
        if (!isSpreadTo(node)) {
            throw new IllegalStateException("not one pod of the service is on " + node + ", whatever is rolled out");
        }
        int good = 0;
        for (int i = 0; i < MOST && good < ENOUGH; i++) {
            good = answers() ? good + 1 : 0;
        }
    }

    private boolean isSpreadTo(String node) throws Exception {
        Set<String> there = pods(node);
        return there.size() == 1 && !there.contains("");
    }

    /** All replicas ready, and none of those before them left. */
    private void settle() throws Exception {
        kubectl("rollout", "status", "deployment/web", "--timeout=120s");
        kubectl(
                "wait",
                "--for=delete",
                "pods",
                "-l",
                "app=web",
                "--field-selector=status.phase!=Running",
                "--timeout=60s");
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
    String fields() throws Exception {
        return kubectl("get", "nodes", "-o", FIELDS)
                + kubectl("get", "networkpolicies,poddisruptionbudgets", "-o", FIELDS)
                + kubectl("get", "deployments", "-o", "jsonpath={.items[*].spec.replicas}")
                + kubectl("get", "pods", "-A", "-l", "musterpoint.dev/run", "-o", "jsonpath={.items[*].metadata.name}");
    }

    private String kubectl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                directory.resolve("bin/kubectl").toString(),
                "--kubeconfig=" + directory.resolve("admin.kubeconfig"),
                "--namespace=" + namespace));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // It lives too briefly to collect garbage.
        builder.environment().putAll(Map.of("GOGC", "off", "GOMAXPROCS", "1"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + said);
        }
        return said;
    }
}
