package dev.musterpoint.drills.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProgrammeLogTests {
    @TempDir
    Path directory;

    private List<ProgrammeEntry> valid() {
        List<ProgrammeEntry> entries = new ArrayList<>();
        new ProgrammeLog(directory).read(entries::add);
        String[] prev = {Digests.NOTHING};
        Lines.of(directory.resolve("programme.jsonl"), (number, line, complete) -> {
            ProgrammeEntry entry = entries.get((int) number - 1);
            assertThat(entry.seq()).isEqualTo(number - 1);
            assertThat(entry.prev()).isEqualTo(prev[0]);
            prev[0] = Digests.of(line);
        });
        return entries;
    }

    @Test
    void twoProcessesAndThisOneKeepOneChain() throws Exception {
        Process one = OtherProcess.start("log", directory.toString(), "one", "40");
        Process two = OtherProcess.start("log", directory.toString(), "two", "40");
        ProgrammeLog log = new ProgrammeLog(directory);
        for (int i = 0; i < 40; i++) {
            log.created(new RunDirectory(directory.resolve("three")), "three", "plan", Instant.EPOCH);
        }
        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();
        List<ProgrammeEntry> entries = valid();
        assertThat(entries).hasSize(120);
        for (String who : List.of("one", "two", "three")) {
            assertThat(entries.stream().filter(entry -> entry.runId().equals(who)))
                    .hasSize(40);
        }
    }

    @Test
    void goesOnAfterAnEntryThatWasCutShort() throws Exception {
        ProgrammeLog log = new ProgrammeLog(directory);
        RunDirectory run = new RunDirectory(directory.resolve("run"));
        log.created(run, "drill", "plan", Instant.EPOCH);
        Files.writeString(log.file(), "{\"seq\":1,", StandardOpenOption.APPEND);
        log.sealed(run, "drill", "plan", "completed", "m", Instant.EPOCH);
        assertThat(valid()).extracting(ProgrammeEntry::event).containsExactly("created", "sealed");
    }

    @Test
    void recordsAnAttemptThoughItsThreadWasInterrupted() {
        Thread.currentThread().interrupt();
        new ProgrammeLog(directory).created(new RunDirectory(directory.resolve("run")), "d", "p", Instant.EPOCH);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(valid()).hasSize(1);
    }
}
