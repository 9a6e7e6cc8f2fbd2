package dev.musterpoint.drills.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.ProblemMet;
import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.evidence.Evidence.TailRepaired;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.kit.Chains;
import dev.musterpoint.drills.kit.VirtualTime;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTests {
    @TempDir
    Path directory;

    private final VirtualTime time = new VirtualTime();
    private final Redactor redactor = new Redactor();

    private Path file() {
        return directory.resolve("journal.jsonl");
    }

    private FileJournal journal() {
        return FileJournal.create(file(), time, redactor, entry -> {});
    }

    @Test
    void chainsItsLines() {
        try (FileJournal journal = journal()) {
            for (int i = 0; i < 5; i++) {
                journal.append("engine", new ProblemMet("here", "number " + i));
            }
            assertThat(Chains.valid(file())).hasSize(5);
            assertThat(ChainSummary.of(file())).isEqualTo(new ChainSummary(journal.head(), journal.lines()));
        }
    }

    @Test
    void neverWritesOverAnotherJournal() {
        journal().close();
        assertThatThrownBy(this::journal)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("journal.jsonl");
    }

    @Test
    void anInterruptedThreadWritesItsFactAndClosesTheFileForNobody() {
        try (FileJournal journal = journal()) {
            Thread.currentThread().interrupt();
            journal.append("engine", new ProblemMet("here", "interrupted"));
            assertThat(Thread.interrupted()).isTrue();
            journal.append("engine", new ProblemMet("here", "afterwards"));
        }
        assertThat(Chains.valid(file())).hasSize(2);
    }

    @Test
    void aListenerThatFailsFailsNobodyElse() {
        try (FileJournal journal = FileJournal.create(file(), time, redactor, entry -> {
            throw new IllegalStateException("the terminal is gone");
        })) {
            journal.append("engine", new ProblemMet("here", "one"));
            journal.append("engine", new ProblemMet("here", "two"));
        }
        assertThat(Chains.valid(file())).hasSize(2);
    }

    @Test
    void tellsItsListenerOnlyOfWhatIsOnDisk() {
        List<Integer> linesThen = new ArrayList<>();
        try (FileJournal journal = FileJournal.create(
                file(),
                time,
                redactor,
                entry -> linesThen.add((int) ChainSummary.of(file()).lines()))) {
            journal.append("engine", new ProblemMet("here", "one"));
            journal.append("engine", new ProblemMet("here", "two"));
        }
        assertThat(linesThen).containsExactly(1, 2);
    }

    @Test
    void takesNoMoreFactsOnceOneCouldNotBeWritten() {
        FileJournal journal = journal();
        journal.append("engine", new ProblemMet("here", "one"));
        journal.close();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> journal.append("engine", new ProblemMet("here", "two")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("journal.jsonl");
        }
        assertThat(Chains.valid(file())).hasSize(1);
    }

    @Test
    void cutsATornLastLineOffAtEveryByteAndGoesOn() throws IOException {
        try (FileJournal journal = journal()) {
            journal.append("engine", new ProblemMet("here", "one"));
            journal.append("engine", new ProblemMet("here", "two"));
        }
        byte[] whole = Files.readAllBytes(file());
        int first = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = first + 1; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThat(TornTail.repair(directory, "journal.jsonl"))
                    .contains(new TailRepaired("journal.jsonl", length - first, "journal.jsonl.torn"));
            assertThat(Files.readAllBytes(file())).isEqualTo(Arrays.copyOf(whole, first));
        }
        assertThat(TornTail.repair(directory, "journal.jsonl")).isEmpty();
        try (FileJournal resumed = FileJournal.resume(file(), time, redactor, entry -> {})) {
            resumed.append("engine", new ProblemMet("here", "three"));
        }
        assertThat(Chains.valid(file())).hasSize(2);
    }

    @Test
    void takesSecretsOutOfTextsAndBreaksNothingElse() throws IOException {
        String digest = "1234".repeat(16);
        for (String secret : List.of("1234", "seq\"}", "undo", "type", "tab\there", "prev", "ä€\\n")) {
            redactor.protect(secret);
        }
        try (FileJournal journal = journal()) {
            for (int i = 0; i < 50; i++) {
                journal.append("engine", new ProblemMet("pin 1234", "said seq\"} and tab\there and ä€\\n"));
                journal.append("engine", new SegmentClosed("observations/a.jsonl", digest, 1234, 12345678));
            }
        }
        List<JournalEntry> entries = Chains.valid(file());
        assertThat(entries)
                .extracting(JournalEntry::body)
                .contains(new SegmentClosed("observations/a.jsonl", digest, 1234, 12345678));
        Evidence first = entries.get(0).body();
        assertThat(first).isEqualTo(new ProblemMet("pin [redacted]", "said [redacted] and [redacted] and [redacted]"));
        assertThat(Files.readString(file())).doesNotContain("pin 1234", "tab\\there", "ä€");
    }

    @Test
    void aSecretThatBeginsAnotherLeavesNothingBehind() {
        redactor.protect("hunter");
        redactor.protect("hunter2-and-more");
        assertThat(redactor.redact("x hunter2-and-more y hunter z")).isEqualTo("x [redacted] y [redacted] z");
        String token = "ab".repeat(32);
        assertThat(redactor.redact(token)).isEqualTo(token);
        redactor.protect(token);
        assertThat(redactor.redact(token)).isEqualTo("[redacted]");
    }
}
