package dev.musterpoint.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musterpoint.bench.cli.MusterProcess;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue's drill of a zone that is cut off, on a real cluster, in a process of its own. */
@Timeout(300)
class ZoneCutIT {
    private static final Path CATALOGUE =
            Path.of("..").toAbsolutePath().normalize().resolve("catalog/kubernetes");

    @RegisterExtension
    final ThreeZones zones = new ThreeZones();

    @TempDir
    Path folder;

    private String url;

    @BeforeEach
    void serve() throws IOException {
        url = zones.web();
        Files.writeString(
                folder.resolve("policy.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Policy
                metadata: { name: zones, title: What may be cut }
                spec:
                  outsideSandbox: { targets: ["kubernetes://*/zones/a"] }
                  hosts: ["%s"]
                """.formatted(URI.create(url).getHost()));
        Files.copy(CATALOGUE.resolve("lose-a-zone.yaml"), folder.resolve("lose-a-zone.yaml"));
    }

    @AfterEach
    void leavesNothing() {
        assertThat(zones.kubectl("get", "pods", "-l", "musterpoint.dev/run")).contains("No resources");
        assertThat(zones.inNode("node-a1", "nft", "list", "tables")).doesNotContain("musterpoint");
        zones.kubectl("wait", "--for=condition=Ready", "node/node-a1", "--timeout=1s");
    }

    private MusterProcess drill(String holdFor) throws IOException {
        String drill =
                Files.readString(CATALOGUE.resolve("zone-cut.yaml")).replace("holdFor: 60s", "holdFor: " + holdFor);
        Files.writeString(folder.resolve("zone-cut.yaml"), drill);
        return new MusterProcess(
                folder,
                Map.of(
                        "KUBECONFIG",
                        zones.kubeconfig().toString(),
                        "MUSTER_RUNS",
                        folder.resolve("runs").toString()),
                "",
                "drill",
                "run",
                "zone-cut.yaml",
                "--var",
                "namespace=" + zones.namespace(),
                "--var",
                "url=" + url);
    }

    private RunDirectory run() {
        return new RunStore(folder.resolve("runs")).list().get(0);
    }

    private boolean happened(Class<? extends Evidence> kind) {
        List<RunDirectory> runs = new RunStore(folder.resolve("runs")).list();
        return !runs.isEmpty() && !new RunReader(runs.get(0)).facts(kind).isEmpty();
    }

    @Test
    void isHealedByTheNodesWhenItsRunnerDies() throws Exception {
        MusterProcess process = drill("15s");
        await("the effect is seen").atMost(Duration.ofSeconds(100)).until(() -> happened(EffectSeen.class));
        process.handle().destroyForcibly();
        zones.kubectl("wait", "--for=condition=Ready=Unknown", "node/node-a1", "--timeout=15s");

        RunDirectory run = run();
        await("the watchdog has recovered").atMost(Duration.ofSeconds(90)).until(run::isSealed);

        Assessment assessment = new RunReader(run).assessment().orElseThrow();
        assertThat(assessment.outcome()).isEqualTo(RunOutcome.CRASHED);
        assertThat(assessment.cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertThat(new RunReader(run).facts(InjectionReturned.class)).hasSize(1);
    }
}
