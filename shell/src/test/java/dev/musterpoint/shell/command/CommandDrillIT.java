package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.run.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole drill whose fault is made and undone by programs, and is answered by a runbook of programs. */
@Timeout(180)
class CommandDrillIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private ServerSocket service;
    private String err = "";

    @BeforeEach
    void writeFiles() throws IOException {
        service = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        Files.writeString(folder.resolve("marker.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Drill
                metadata: { name: marker, title: A file appears and goes }
                spec:
                  hypothesis: Nobody minds.
                  environment: test
                  probes:
                    port: { type: tcp, host: 127.0.0.1, port: %d, every: 50ms, timeout: 1s, perTick: 1, expect: { latencyBelow: 500ms } }
                  objectives:
                    - { name: it answers, recoveryTime: { within: 20s, probes: [port], failure: total, confirm: { run: 10, first: 1, over: 1s } } }
                  faults:
                    - name: the marker is there
                      type: command/run
                      holdFor: 3s
                      effectWithin: 2s
                      apply: { run: [/usr/bin/touch, marker] }
                      undo: { run: [/bin/rm, -f, marker] }
                      effect: { run: [/usr/bin/test, -e, marker] }
                      residue: { run: [/usr/bin/test, "!", -e, marker] }
                  runbook: look
                  timing: { baseline: 1s, deadline: 22s }
                """.formatted(service.getLocalPort()));
        Files.writeString(folder.resolve("look.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Runbook
                metadata: { name: look, title: Look at the marker }
                spec:
                  steps:
                    - { name: breathe, part: decide, planned: 1s, timeout: 5s, type: pause, with: { for: 100ms } }
                    - { name: look, part: act, planned: 1s, timeout: 5s, type: command, with: { run: [/usr/bin/test, -e, marker] } }
                """);
    }

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    private void policy(String commands) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Policy
                metadata: { name: test, title: Test }
                spec: { commands: %s }
                """.formatted(commands));
    }

    private int muster(String... arguments) {
        StringWriter said = new StringWriter();
        int code = new Commands(app(said)).execute(arguments);
        err = said.toString();
        return code;
    }

    private App app(StringWriter said) {
        Console console = new Console(
                new PrintWriter(new StringWriter()),
                new PrintWriter(said),
                new BufferedReader(new StringReader("")),
                false,
                100,
                false);
        return new App(console, new Settings(HOME, folder, folder.resolve("runs")), false);
    }

    @Test
    void isOffUnlessPolicyAllowsEachProgram() throws IOException {
        assertThat(muster("drill", "run", "marker")).isEqualTo(5);
        assertThat(err)
                .contains("fault 'the marker is there': it would run '/usr/bin/touch', which the policy (built in:")
                .contains("step 'look': it would run '/usr/bin/test'");

        policy("[/usr/bin/touch, /usr/bin/test]");
        assertThat(muster("drill", "run", "marker")).isEqualTo(5);
        assertThat(err)
                .contains("it would run '/bin/rm'", "'commands'")
                .doesNotContain("'/usr/bin/touch'", "'/usr/bin/test'");
        assertThat(new RunStore(folder.resolve("runs")).list()).isEmpty();
    }

    @Test
    void breaksProvesRunsTheRunbookAndCleansUp() throws IOException {
        policy("[/usr/bin/touch, /usr/bin/test, /bin/rm]");

        int code = muster("drill", "run", "marker");

        List<RunDirectory> runs = new RunStore(folder.resolve("runs")).list();
        assertThat(runs).as(err).hasSize(1);
        RunReader run = new RunReader(runs.get(0));
        assertThat(run.facts(Evidence.EffectSeen.class)).as(err).hasSize(1);
        assertThat(run.facts(Evidence.StepEnded.class))
                .extracting(step -> step.name() + " " + step.outcome())
                .containsExactly("breathe DONE", "look DONE");
        assertThat(run.facts(Evidence.RunEnded.class))
                .extracting(Evidence.RunEnded::cleanUp)
                .containsExactly(CleanUp.CLEAN);
        assertThat(folder.resolve("marker")).doesNotExist();
        assertThat(run.plan().policy().allowed().commands())
                .containsExactly("/usr/bin/touch", "/usr/bin/test", "/bin/rm");
        assertThat(code).as(err).isIn(0, 1, 3);
    }

    /** Until the marker is there, which it is for three seconds at most. */
    private void awaitMarker() {
        await().atMost(ONE_MINUTE).until(() -> Files.exists(folder.resolve("marker")));
    }

    @Test
    void theLeverStopsARunningDrillWhichCleansUp() throws Exception {
        policy("[/usr/bin/touch, /usr/bin/test, /bin/rm]");
        Path drill = folder.resolve("marker.yaml");
        Files.writeString(drill, Files.readString(drill).replace("holdFor: 3s", "holdFor: 2m"));

        CompletableFuture<Integer> lever = CompletableFuture.supplyAsync(() -> {
            awaitMarker();
            return new Commands(app(new StringWriter())).execute("halt", "engage", "--reason", "enough");
        });
        int code = muster("drill", "run", "marker");

        assertThat(lever.get()).isZero();
        assertThat(code).as(err).isEqualTo(4);
        assertThat(folder.resolve("marker")).doesNotExist();
        RunReader run =
                new RunReader(new RunStore(folder.resolve("runs")).list().get(0));
        assertThat(run.facts(Evidence.AbortRequested.class))
                .extracting(Evidence.AbortRequested::reason)
                .containsExactly("the halt lever is engaged: enough");
        assertThat(muster("drill", "run", "marker")).isEqualTo(5);
    }
}
