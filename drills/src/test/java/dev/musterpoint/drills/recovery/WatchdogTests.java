package dev.musterpoint.drills.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.UndoEnded;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.Evidence.UndoStarted;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.journal.FileJournal;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.kit.VirtualTime;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTests {
    @TempDir
    Path directory;

    private final VirtualTime time = new VirtualTime();
    private RunDirectory run;
    private FileJournal journal;
    private Watchdog watchdog;
    private int beats;

    @BeforeEach
    void start() {
        run = new RunDirectory(directory);
        journal = FileJournal.create(run.journal(), time, new Redactor(), entry -> {});
        watchdog = new Watchdog(run, time);
    }

    @AfterEach
    void end() {
        journal.close();
    }

    private Optional<String> lookAfter(Duration duration, boolean beating) throws IOException {
        Optional<String> said = Optional.empty();
        for (long i = 0; i < duration.toSeconds(); i++) {
            time.pause(Duration.ofSeconds(1));
            if (beating) {
                Files.writeString(run.heartbeat(), "beat " + beats++);
            }
            said = watchdog.look();
            if (said.isPresent()) {
                return said;
            }
        }
        return said;
    }

    private void prepare(UndoKind kind) {
        journal.append(
                "engine",
                new UndoPrepared(new UndoRecord(
                        "u1", "fault:noop", "db", "m/1", kind, Duration.ofSeconds(30), Map.of(), "noop --undo")));
    }

    @Test
    void isContentWithARunThatBeats() throws IOException {
        assertThat(lookAfter(Duration.ofMinutes(10), true)).isEmpty();
    }

    @Test
    void speaksUpAfterTenSecondsWithoutABeat() throws IOException {
        lookAfter(Duration.ofSeconds(5), true);
        assertThat(lookAfter(Duration.ofSeconds(10), false)).isEmpty();
        assertThat(lookAfter(Duration.ofSeconds(1), false)).contains("no heartbeat for 10 s");
    }

    @Test
    void speaksUpWhenNoBeatEverComes() throws IOException {
        assertThat(lookAfter(Duration.ofSeconds(10), false)).isEmpty();
        assertThat(lookAfter(Duration.ofSeconds(1), false)).isPresent();
    }

    @Test
    void speaksUpWhenAFaultStandsTooLongThoughTheRunBeats() throws IOException {
        prepare(UndoKind.AUTO);
        assertThat(lookAfter(Duration.ofSeconds(41), true)).isEmpty();
        assertThat(lookAfter(Duration.ofSeconds(1), true)).contains("db has stood longer than its 30 s");
    }

    @Test
    void isContentOnceTheFaultIsUndone() throws IOException {
        prepare(UndoKind.IF);
        lookAfter(Duration.ofSeconds(20), true);
        journal.append("engine", new UndoEnded("u1", ""));
        assertThat(lookAfter(Duration.ofMinutes(5), true)).isEmpty();
    }

    @Test
    void leavesARunnerThatUndoesTheTimeToDoIt() throws IOException {
        prepare(UndoKind.AUTO);
        lookAfter(Duration.ofSeconds(20), true);
        journal.append("engine", new UndoStarted("another", "the run is over"));
        assertThat(lookAfter(Watchdog.UNDOING, true)).isEmpty();
        assertThat(lookAfter(Duration.ofSeconds(5), true)).contains("db has stood longer than its 30 s");
    }

    @Test
    void doesNotMindWhatNobodyUndoesByItself() throws IOException {
        prepare(UndoKind.MANUAL);
        assertThat(lookAfter(Duration.ofMinutes(5), true)).isEmpty();
    }

    @Test
    void passesOverALineThatIsStillBeingWritten() throws IOException {
        prepare(UndoKind.AUTO);
        Files.writeString(run.journal(), "{\"seq\":1,\"pr", StandardOpenOption.APPEND);
        assertThat(lookAfter(Duration.ofSeconds(41), true)).isEmpty();
        assertThat(lookAfter(Duration.ofSeconds(1), true)).isPresent();
    }
}
