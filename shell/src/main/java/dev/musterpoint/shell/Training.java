package dev.musterpoint.shell;

import dev.musterpoint.shell.command.App;
import dev.musterpoint.shell.command.Commands;
import dev.musterpoint.shell.config.Place;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.run.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Goes through what commands commonly load, for the launcher to make the class archive from: also a whole drill on a sandbox
 * of its own, and one of a {@link StandInCluster}, so that in a real one no class is loaded and linked for the first time while
 * the fault is being timed. Leaves nothing behind.
 */
public final class Training {
    private static final Duration ENOUGH = Duration.ofMinutes(1);
    private static final String DRILL = """
            apiVersion: musterpoint.dev/v1alpha1
            kind: Drill
            metadata: { name: training, title: A pod is killed }
            spec:
              hypothesis: What drills of Kubernetes need is loaded.
              environment: test
              systems:
                cluster: { type: kubernetes, kubeconfig: "%s", namespace: default }
              probes:
                web: { type: http, url: "http://%s/", every: 100ms, timeout: 1s }
                strength: { type: kubernetes, system: cluster, service: web, atLeast: 1, every: 100ms, timeout: 1s }
              objectives:
                - { name: it is answered, availability: { atLeast: 1%%, probe: web, during: fault } }
              faults:
                - name: a pod is killed
                  type: kubernetes/pod-kill
                  system: cluster
                  target: { labelSelector: app=web, count: 1, order: oldest }
                  allowBare: true
                  blastRadius: { pods: 1, share: 100%% }
                  holdFor: 1s
                  effectWithin: 1s
              timing: { baseline: 500ms, deadline: 3s }
            """;
    private static final String POLICY = """
            apiVersion: musterpoint.dev/v1alpha1
            kind: Policy
            metadata: { name: training, title: The stand-in alone, owner: training }
            spec:
              outsideSandbox: { targets: ["kubernetes://%1$s/default/pods/*"] }
              hosts: ["%1$s"]
            """;

    private Training() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        endInTime();
        Path runs = Files.createTempDirectory("muster-training-");
        Place place = Place.ofProcess();
        // Both drills mostly wait.
        Thread killing = new Thread(() -> killAPod(place.home(), runs));
        killing.start();
        Commands commands = new Commands(new App(nowhere(), new Settings(place.home(), place.here(), runs), false));
        commands.execute("--help");
        commands.execute("drill", "list");
        commands.execute("drill", "plan", "quickstart", "-o", "json");
        commands.execute("drill", "plan", "quickstart");
        commands.execute("run", "list");
        commands.execute("drill", "no-such-word");
        commands.execute("quickstart");
        killing.join();
        delete(runs);
    }

    private static Console nowhere() {
        return new Console(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                new BufferedReader(new StringReader("")),
                false,
                100,
                false);
    }

    private static void killAPod(Path home, Path here) {
        try (StandInCluster cluster = new StandInCluster()) {
            Path kubeconfig = cluster.kubeconfig(here);
            Files.writeString(here.resolve("training.yaml"), DRILL.formatted(kubeconfig, cluster.address()));
            Files.writeString(here.resolve("policy.yaml"), POLICY.formatted(cluster.address()));
            Settings settings = new Settings(home, here, here.resolve("killed"));
            new Commands(new App(nowhere(), settings, false)).execute("drill", "run", "training.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a drill cannot be run, or hangs, the archive holds what was loaded until then. */
    private static void endInTime() {
        Thread thread = new Thread(() -> {
            LockSupport.parkNanos(ENOUGH.toNanos());
            Runtime.getRuntime().halt(0);
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
