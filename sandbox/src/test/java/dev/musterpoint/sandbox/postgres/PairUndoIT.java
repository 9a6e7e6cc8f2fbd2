package dev.musterpoint.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.sandbox.kind.SandboxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairUndoIT {
    /** A tenth of a second on an idle machine; tests may have to share theirs. */
    private static final Duration QUICKLY = Duration.ofSeconds(5);

    private final SystemRunClock clock = new SystemRunClock();
    private final String mark = "undo-" + UUID.randomUUID() + "/db";
    private final UndoRecord unamended = PairUndo.record("db", mark);
    private final PairUndo undo = new PairUndo(clock);
    private final Path directory = Path.of(unamended.data().get("directory"));
    private UndoRecord amended = unamended;

    @BeforeEach
    void needsPostgres() {
        SandboxPair.assumePostgres();
    }

    @AfterEach
    void leavesNothing() throws Exception {
        undo.recover(amended);
        assertThat(undo.inspect(amended).state()).isEqualTo(CleanUp.CLEAN);
    }

    private PostgresPair.Running start(Cancellation cancellation) throws Exception {
        PairOptions options = new PairOptions(PairOptions.Replication.ASYNC, Duration.ZERO);
        PostgresPair pair = new PostgresPair(options, mark, clock, new Redactor(), this::amend);
        return pair.start(Cache.ofUser(), cancellation);
    }

    private void amend(Map<String, String> data) {
        amended = amended.amended(data);
    }

    private List<ProcessHandle> processes() throws Exception {
        return new OwnedProcesses(mark, directory).find();
    }

    @Test
    void isCleanWhenNothingWasStarted() throws Exception {
        undo.recover(unamended);

        assertThat(undo.inspect(unamended).state()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void seesARunningPairAndRemovesItTwice() throws Exception {
        start(new Cancellation());
        assertThat(undo.inspect(amended).state()).isEqualTo(CleanUp.DIRTY);

        undo.recover(amended);
        undo.recover(amended);

        assertThat(undo.inspect(amended).state()).isEqualTo(CleanUp.CLEAN);
        assertThat(directory).doesNotExist();
    }

    @Test
    void removesAPairOfWhichNoProcessWasRecorded() throws Exception {
        start(new Cancellation());

        undo.recover(unamended);

        assertThat(processes()).isEmpty();
        assertThat(undo.inspect(unamended).state()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void removesHalfAStart() throws Exception {
        Cancellation cancellation = new Cancellation();
        PairOptions options = new PairOptions(PairOptions.Replication.ASYNC, Duration.ZERO);
        PostgresPair pair = new PostgresPair(options, mark, clock, new Redactor(), data -> {
            amend(data);
            cancellation.cancel();
        });

        assertThatThrownBy(() -> pair.start(Cache.ofUser(), cancellation)).isInstanceOf(CancellationException.class);
        // It carries the mark once it runs its program, a moment after it was started.
        await().atMost(ONE_MINUTE).until(() -> !processes().isEmpty());
        assertThat(amended.data()).containsKey("primary.pid").doesNotContainKey("standby.pid");
        undo.recover(amended);

        assertThat(undo.inspect(amended).state()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void findsBackendsWhosePostmasterIsGoneAndProcessesThatCarryTheMark() throws Exception {
        PostgresPair.Running running = start(new Cancellation());
        ProcessBuilder stray = new ProcessBuilder("sleep", "600");
        stray.environment().put(Launcher.OWNER, mark);
        Process sleeping = stray.start();
        // A stopped backend outlives its postmaster, and has written its title over its environment.
        ProcessHandle backend =
                running.primary().process().children().findFirst().orElseThrow();
        new ProcessBuilder("kill", "-s", "STOP", Long.toString(backend.pid()))
                .start()
                .waitFor();
        running.primary().process().destroyForcibly().waitFor();
        assertThat(processes()).contains(backend, sleeping.toHandle());

        undo.recover(unamended);

        assertThat(processes()).isEmpty();
        assertThat(sleeping.isAlive()).isFalse();
    }

    @Test
    void leavesOtherProcessesInTheDirectoryAlone() throws Exception {
        start(new Cancellation());
        Process shell = new ProcessBuilder("sleep", "600")
                .directory(directory.resolve("primary").toFile())
                .start();
        try {
            undo.recover(amended);

            assertThat(shell.isAlive()).isTrue();
            assertThat(undo.inspect(amended).state()).isEqualTo(CleanUp.CLEAN);
        } finally {
            shell.destroyForcibly();
        }
    }

    @Test
    void removesTheSharedMemoryOfKilledServers() throws Exception {
        PostgresPair.Running running = start(new Cancellation());
        List<String> lines = Files.readAllLines(directory.resolve("primary/postmaster.pid"));
        String id = lines.get(6).strip().split("\\s+")[1];
        assertThat(segments()).contains(id);
        running.primary().process().destroyForcibly().waitFor();

        undo.recover(amended);

        assertThat(segments()).doesNotContain(id);
    }

    private static List<String> segments() throws Exception {
        return Files.readAllLines(Path.of("/proc/sysvipc/shm")).stream()
                .map(line -> line.strip().split("\\s+")[1])
                .toList();
    }

    @Test
    void removesThePairFromAnotherProcess() throws Exception {
        start(new Cancellation());
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RemovePair.class.getName(),
                        mark)
                .inheritIO()
                .start();

        assertThat(other.waitFor()).isZero();

        assertThat(undo.inspect(unamended).state()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void canBeRemovedByHand() throws Exception {
        start(new Cancellation());

        int exit = new ProcessBuilder("sh", "-c", unamended.byHand()).start().waitFor();

        assertThat(exit).isZero();
        assertThat(undo.inspect(unamended).state()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void removesAPairInUseQuickly() throws Exception {
        PostgresPair.Running running = start(new Cancellation());
        try (Connection one = connect(running);
                Connection two = connect(running)) {
            assertThat(one.isValid(1) && two.isValid(1)).isTrue();
            Moment before = clock.now();
            undo.recover(amended);
            assertThat(undo.inspect(amended).state()).isEqualTo(CleanUp.CLEAN);

            assertThat(clock.now().minus(before)).isLessThan(QUICKLY);
        }
    }

    private static Connection connect(PostgresPair.Running running) throws Exception {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + running.primary().port() + "/postgres",
                Credentials.USER,
                running.credentials().password());
    }

    @Test
    void refusesARecordThatNamesAnotherDirectory(@TempDir Path precious) throws Exception {
        UndoRecord forged = unamended.amended(Map.of("directory", precious.toString()));

        assertThatThrownBy(() -> undo.recover(forged))
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("owner mark");
        assertThat(precious).exists();
    }

    @Test
    void refusesToStartWhereARunLeftItsDirectory() throws Exception {
        Files.createDirectory(directory);

        assertThatThrownBy(() -> start(new Cancellation()))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("muster recover");
    }
}
