package dev.musterpoint.bench.mishap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.musterpoint.bench.InAllTests;
import dev.musterpoint.bench.cli.MusterProcess;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of a run that empties a zone when the API server itself fails meanwhile. It reads by requests alone, so that there
 * is no watch that could break.
 */
@InAllTests
@Timeout(300)
class ServerFaultsIT {
    private static final int DIRTY = 6;
    private static final String LONG = "a silent server is waited for minutes: in the soak";
    /** Long enough for a busy machine to inject within it, and for the server to fail before the undo. */
    private static final String BRIEFLY = "6s";

    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Nodes are called silent for a moment when the API server was gone. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    @RegisterExtension
    final ThreeZones zones = new ThreeZones();

    @TempDir
    Path folder;

    private ClusterGround ground;
    private HostileApi api;
    private World world;
    private Path token;
    private boolean stopped;

    @BeforeEach
    void open() throws Exception {
        ground = new ClusterGround(zones);
        api = new HostileApi(zones.directory(), zones.server());
        world = new World(folder);
        token = Files.copy(zones.directory().resolve("pki/token-admin"), folder.resolve("token"));
    }

    @AfterEach
    void close() throws Exception {
        if (stopped) {
            start();
        }
        api.close();
        world.close();
        ground.close();
    }

    private void stop() {
        zones.script("api.sh", "stop");
        stopped = true;
    }

    private void start() throws Exception {
        zones.script("api.sh", "start");
        Patience.await(LONGEST, () -> isUp() ? "" : "the API server is not up");
        stopped = false;
    }

    private boolean isUp() {
        try {
            return zones.kubectl("get", "--raw", "/readyz").equals("ok");
        } catch (AssertionError notYet) {
            return false;
        }
    }

    /** By way of the hostile one. */
    private Path kubeconfig() throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: zones, cluster: {server: "https://%s", certificate-authority: %s/pki/ca.crt}}]
                users: [{name: admin, user: {tokenFile: %s}}]
                contexts: [{name: zones, context: {cluster: zones, user: admin}}]
                current-context: zones
                """.formatted(api.address(), zones.directory(), token));
    }

    private MusterProcess muster(Map<String, String> environment, String... arguments) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.put("MUSTER_RUNS", folder.resolve("runs").toString());
        return new MusterProcess(world.folder(), all, "", arguments);
    }

    /** The person's own kubeconfig: one that a drill names may read no other file. */
    private MusterProcess drill(Path kubeconfig, String holdFor) throws IOException {
        Path drill =
                world.drill("mishap/kube-evacuate.yaml", ground.part("node ").variables());
        String text = Files.readString(drill)
                .replace("kubeconfig: \"" + zones.kubeconfig() + "\", ", "")
                .replace("holdFor: 2s", "holdFor: " + holdFor);
        Files.writeString(drill, text);
        return muster(Map.of("KUBECONFIG", kubeconfig.toString()), "drill", "run", drill.toString());
    }

    private MusterProcess drillInEffect(Path kubeconfig, String holdFor) throws Exception {
        MusterProcess process = drill(kubeconfig, holdFor);
        Patience.await(LONGEST, () -> isInEffect() || !process.handle().isAlive() ? "" : "no effect yet");
        assertThat(isInEffect()).as(process.text()).isTrue();
        return process;
    }

    private boolean isInEffect() {
        List<RunDirectory> runs = new RunStore(folder.resolve("runs")).list();
        return !runs.isEmpty()
                && !new RunReader(runs.get(0)).facts(EffectSeen.class).isEmpty();
    }

    private RunDirectory run() {
        return new RunStore(folder.resolve("runs")).list().get(0);
    }

    private Assessment assessment() {
        return new RunReader(run()).assessment().orElseThrow();
    }

    private void assertNothingIsLeft() throws Exception {
        Patience.await(SETTLED, () -> String.join("\n", ground.leftIn("")));
        Story.assertVerified(run());
    }

    private void assertUndoneInTheEnd(MusterProcess process) throws Exception {
        assertThat(process.exitCode()).as(process.text()).isZero();
        assertThat(assessment().outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(assessment().verdict()).isEqualTo(Verdict.MET);
        assertThat(assessment().cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertNothingIsLeft();
    }

    /** It says so, and the exact commands; what was measured stands; and nobody may drill there before it is undone. */
    private void assertLeftBehind(MusterProcess process) throws Exception {
        assertThat(process.exitCode()).as(process.text()).isEqualTo(DIRTY);
        assertThat(process.text().replaceAll("\\s+", " "))
                .contains("kubectl taint node node-a1 musterpoint.dev/evacuated-")
                .contains("kubectl uncordon node-a1")
                .doesNotContain("kubectl uncordon theirs-a");
        assertThat(assessment().outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(assessment().verdict()).isEqualTo(Verdict.MET);
        assertThat(assessment().cleanUp()).isNotEqualTo(CleanUp.CLEAN);
    }

    private void assertRecovers() throws Exception {
        MusterProcess recover = muster(Map.of(), "recover");
        assertThat(recover.exitCode()).as(recover.text()).isZero();
        assertThat(assessment().cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertNothingIsLeft();
    }

    @Test
    void leavesWhatItCannotUndoToRecoverWhenTheServerIsStopped() throws Exception {
        MusterProcess process = drillInEffect(zones.kubeconfig(), BRIEFLY);
        stop();
        assertLeftBehind(process);
        if (Soak.isAll()) {
            MusterProcess early = muster(Map.of(), "recover");
            assertThat(early.exitCode()).as(early.text()).isEqualTo(DIRTY);
        }

        start();

        assertRecovers();
    }

    @Test
    void undoesWhenTheServerWasRestartedMeanwhile() throws Exception {
        MusterProcess process = drillInEffect(zones.kubeconfig(), "20s");
        stop();
        start();

        assertUndoneInTheEnd(process);
    }

    @Test
    void undoesWhenTheServerAnswersWithErrorsFirst() throws Exception {
        MusterProcess process = drillInEffect(kubeconfig(), BRIEFLY);
        api.fail(3);

        assertUndoneInTheEnd(process);
    }

    @Test
    void undoesAnInjectionThatWasRefusedHalfWay() throws Exception {
        Path kubeconfig = kubeconfig();
        api.fail(1);
        MusterProcess process = drill(kubeconfig, BRIEFLY);

        assertThat(process.exitCode()).as(process.text()).isNotZero();
        assertThat(process.text()).contains("the API server answered 500");
        assertThat(assessment().verdict()).isNotEqualTo(Verdict.MET);
        assertThat(assessment().cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertNothingIsLeft();
    }

    @Test
    void leavesWhatItCannotUndoToRecoverWhenItsTokenExpires() throws Exception {
        String valid = Files.readString(token);
        MusterProcess process = drillInEffect(kubeconfig(), BRIEFLY);
        Files.writeString(token, "expired");
        assertLeftBehind(process);
        assertThat(process.text()).contains("401");

        Files.writeString(token, valid);

        assertRecovers();
    }

    @Test
    void undoesWhenTheServerIsSlow() throws Exception {
        MusterProcess process = drillInEffect(kubeconfig(), BRIEFLY);
        api.delay(Duration.ofSeconds(1));

        assertUndoneInTheEnd(process);
    }

    @Test
    void leavesWhatItCannotUndoToRecoverWhenTheServerIsSilent() throws Exception {
        assumeTrue(Soak.isAll(), LONG);
        MusterProcess process = drillInEffect(kubeconfig(), BRIEFLY);
        api.fallSilent();
        assertLeftBehind(process);

        api.speakAgain();

        assertRecovers();
    }

    @Test
    void leavesWhatItCannotUndoToRecoverWhenTheServersAnswersDoNotEnd() throws Exception {
        assumeTrue(Soak.isAll(), LONG);
        MusterProcess process = drillInEffect(kubeconfig(), BRIEFLY);
        api.fallSilentInAnswers();
        assertLeftBehind(process);

        api.speakAgain();

        assertRecovers();
    }
}
