package dev.musterpoint.sandbox.kubernetes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * Gives tests a real Kubernetes of three zones, one for all tests of a JVM, and each test a namespace of its own. Installs what
 * is missing, saying so first; where it cannot be had, the test is skipped and the reason is printed, and with
 * {@code MUSTER_TESTBED=required} it fails. What a test run that crashed left is removed by the next one.
 */
public final class ThreeZones implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace STORE = Namespace.create(ThreeZones.class);
    private static final AtomicInteger TESTS = new AtomicInteger();
    /** Pods are refused until there is the account, which the cluster would make a moment later. */
    private static final String NAMESPACE = """
            { apiVersion: v1, kind: Namespace, metadata: { name: %1$s } }
            ---
            { apiVersion: v1, kind: ServiceAccount, metadata: { name: default, namespace: %1$s } }
            """;

    private Cluster cluster;
    private String namespace;

    @Override
    public void beforeEach(ExtensionContext context) {
        // Each class of a fork that has siblings is a request of its own: the session alone lasts as long as the JVM.
        Object found =
                context.getStore(StoreScope.LAUNCHER_SESSION, STORE).computeIfAbsent("cluster", key -> Cluster.take());
        if (found instanceof String reason) {
            if ("required".equals(System.getenv("MUSTER_TESTBED"))) {
                throw new AssertionError(reason);
            }
            Assumptions.abort("skipped: " + reason);
        }
        cluster = (Cluster) found;
        // What a test before did to them may be still about.
        kubectl("wait", "--for=condition=Ready", "nodes", "--all", "--timeout=60s");
        namespace = "test-" + ProcessHandle.current().pid() + "-" + TESTS.incrementAndGet();
        kubectlReading(NAMESPACE.formatted(namespace), "apply", "--server-side", "--validate=false", "--filename=-");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (namespace != null) {
            // Its pods at once, with nobody left to make them anew, for other tests have the same nodes; its policies,
            // which others compare. The empty namespace stays as long as the cluster does: to take it away costs the
            // servers as much as a pod to start.
            kubectl(
                    "delete",
                    "deployments,replicasets,statefulsets,daemonsets,networkpolicies",
                    "--all",
                    "--cascade=orphan");
            kubectl("delete", "pods", "--all", "--force", "--grace-period=0");
        }
    }

    /** The directory of the cluster, which scripts take. */
    public Path directory() {
        return cluster.directory();
    }

    public Path kubeconfig() {
        return cluster.directory().resolve("admin.kubeconfig");
    }

    /** The test's own namespace. */
    public String namespace() {
        return namespace;
    }

    /** The address of the API server, as host and port. */
    public String server() {
        try {
            return Files.readString(kubeconfig()).replaceFirst("(?s).*server: \"https://([^\"]+)\".*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the web service of three replicas into the test's namespace. @return its URL */
    public String web() {
        return script("web.sh", namespace);
    }

    /** What kubectl, a client that is not ours, says; in the test's namespace unless told otherwise. */
    public String kubectl(String... arguments) {
        return kubectlReading("", arguments);
    }

    private String kubectlReading(String input, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(cluster.directory().resolve("bin/kubectl").toString(), "--kubeconfig=" + kubeconfig()));
        if (namespace != null) {
            command.add("--namespace=" + namespace);
        }
        command.addAll(List.of(arguments));
        return output(command, input);
    }

    /** Runs a script of the testbed for this cluster. @return the last line that it said */
    public String script(String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of(cluster.directory().toString()));
        all.addAll(List.of(arguments));
        return cluster.run(name, all).answer();
    }

    /** What a command says inside a node, such as {@code node-a1}, where nobody needs its network to get to. */
    public String inNode(String node, String... command) {
        try {
            String unshared = Files.readString(
                            cluster.directory().resolve("pids").resolve(node))
                    .split(" ")[0];
            String init = Files.readString(Path.of("/proc", unshared, "task", unshared, "children"))
                    .strip()
                    .split(" ")[0];
            List<String> all = new ArrayList<>(List.of("nsenter", "-t", init, "-n", "-p", "-m"));
            all.addAll(List.of(command));
            return output(all, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String output(List<String> command, String input) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            // Tests call kubectl a thousand times; each lives too briefly to collect garbage, which costs it a third.
            builder.environment().putAll(Map.of("GOGC", "off", "GOMAXPROCS", "1"));
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new AssertionError(command + " ended with " + process.exitValue() + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
