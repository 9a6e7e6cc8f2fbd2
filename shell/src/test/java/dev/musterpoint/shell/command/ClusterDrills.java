package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import dev.musterpoint.verifiers.check.Assessor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Drills of {@code catalog/kubernetes} on a real cluster, each test with a namespace and a web service of its own. */
abstract class ClusterDrills {
    private static final Path CATALOGUE =
            Path.of("..").toAbsolutePath().normalize().resolve("catalog/kubernetes");

    @RegisterExtension
    final ThreeZones cluster = new ThreeZones();

    @TempDir
    Path folder;

    private String url;

    @BeforeEach
    void begin() throws IOException {
        url = cluster.web();
        for (String name :
                List.of("pod-loss", "rolling-eviction", "zone-evacuate", "node-loss", "see-replicas-return")) {
            String text = Files.readString(CATALOGUE.resolve(name + ".yaml"))
                    .replace("{ type: kubernetes, ", "{ type: kubernetes, kubeconfig: " + cluster.kubeconfig() + ", ")
                    // So that the three replicas of a test are back by then, and the test does not take long.
                    .replace("baseline: 10s", "baseline: 4s")
                    // A probe that never fails is watched to the end. What is seen while a busy machine holds the
                    // runner up
                    // does not count, so that ten good seconds on end may not come within the watch.
                    .replaceAll("within: ([12]m|30s)", "within: 12s")
                    .replaceAll("failure: (total|partial) }", "failure: $1, confirm: { over: 3s } }")
                    .replaceAll("deadline: [23]m", "deadline: 18s");
            Files.writeString(folder.resolve(name + ".yaml"), text);
        }
        policy("kubernetes://" + cluster.server() + "/" + cluster.namespace() + "/pods/*");
    }

    final void policy(String targets) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Policy
                metadata: { name: test, title: For a test, owner: tests }
                spec:
                  outsideSandbox: { targets: ["%s"] }
                  hosts: ["%s"]
                  protected: [tier=gold]
                """.formatted(
                        targets, URI.create(url).getAuthority()));
    }

    final Typed drill(String command, String name, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "drill", command, name + ".yaml", "--var", "namespace=" + cluster.namespace(), "--var", "url=" + url));
        words.addAll(List.of(more));
        return Typed.in(folder, words.toArray(String[]::new));
    }

    final RunReader run() {
        return new RunReader(new RunStore(folder.resolve("runs")).list().get(0));
    }

    final Assessment judged(Typed typed) {
        Assessment assessment = Assessor.standard().assess(run().plan(), run());
        assertThat(assessment.cleanUp()).as(typed.out() + typed.err()).isEqualTo(CleanUp.CLEAN);
        return assessment;
    }
}
