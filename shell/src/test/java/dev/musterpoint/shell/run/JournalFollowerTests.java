package dev.musterpoint.shell.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.journal.FileJournal;
import dev.musterpoint.drills.kit.VirtualTime;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFollowerTests {
    @TempDir
    Path here;

    private final List<Long> seen = new ArrayList<>();

    private void see(JournalEntry entry, byte[] line) {
        seen.add(entry.seq());
    }

    @Test
    void aFileThatIsNotThereYetHasNoLines() {
        new JournalFollower(here.resolve("journal.jsonl")).poll(this::see);

        assertThat(seen).isEmpty();
    }

    @Test
    void eachLineIsGivenOnce() {
        Path file = here.resolve("journal.jsonl");
        JournalFollower follower = new JournalFollower(file);
        try (FileJournal journal = FileJournal.create(file, new VirtualTime(), new Redactor(), entry -> {})) {
            journal.append("test", new Evidence.PhaseEntered(DrillPhase.CHECKING, "one"));
            follower.poll(this::see);
            follower.poll(this::see);
            journal.append("test", new Evidence.PhaseEntered(DrillPhase.BASELINE, "two"));
            journal.append("test", new Evidence.PhaseEntered(DrillPhase.INJECTING, "x".repeat(2_000_000)));
            journal.append("test", new Evidence.PhaseEntered(DrillPhase.RESPONDING, "four"));
            follower.poll(this::see);
        }

        assertThat(seen).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void aLineWithoutItsEndIsNotThereYet() throws IOException {
        Path whole = here.resolve("whole");
        try (FileJournal journal = FileJournal.create(whole, new VirtualTime(), new Redactor(), entry -> {})) {
            journal.append("test", new Evidence.PhaseEntered(DrillPhase.CHECKING, "one"));
        }
        byte[] line = Files.readAllBytes(whole);
        Path file = here.resolve("journal.jsonl");
        JournalFollower follower = new JournalFollower(file);

        Files.write(file, Arrays.copyOf(line, 20));
        follower.poll(this::see);
        assertThat(seen).isEmpty();
        Files.write(file, Arrays.copyOfRange(line, 20, line.length), StandardOpenOption.APPEND);
        follower.poll(this::see);

        assertThat(seen).containsExactly(0L);
    }
}
