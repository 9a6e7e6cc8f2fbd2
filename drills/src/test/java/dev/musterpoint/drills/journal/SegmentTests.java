package dev.musterpoint.drills.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentTests {
    private static final String NAME = "ledger/rows.jsonl";

    @TempDir
    Path directory;

    private Segment<ReadBackRow> segment() {
        return Segment.create(directory, NAME, ReadBackRow.class, new Redactor());
    }

    private static ReadBackRow row(int writer, int sequence) {
        return new ReadBackRow(new WriteId(writer, sequence, 0), "00c0ffee", true);
    }

    private Path file() {
        return directory.resolve(NAME);
    }

    @Test
    void groupCommitsOfManyThreadsLoseNothing() throws Exception {
        int threads = 8;
        int each = 50;
        Segment<ReadBackRow> segment = segment();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> writers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int writer = t;
            writers.add(pool.submit(() -> {
                for (int i = 0; i < each; i++) {
                    ReadBackRow row = row(writer, i);
                    segment.appendDurably(row);
                    String id = "\"writer\":" + writer + ",\"sequence\":" + i + ",";
                    assertThat(Files.readString(file())).contains(id);
                }
                return null;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        pool.shutdown();
        assertSealMatchesFile(segment.seal(), threads * each);
    }

    private void assertSealMatchesFile(SegmentClosed closed, int lines) throws IOException {
        assertThat(closed).isEqualTo(new SegmentClosed(NAME, Digests.of(file()), Files.size(file()), lines));
        assertThat(Files.readAllLines(file())).hasSize(lines);
    }

    @Test
    void sealsWhatIsOnDiskThoughOthersAreStillWriting() throws Exception {
        for (int round = 0; round < 20; round++) {
            Files.deleteIfExists(file());
            Segment<ReadBackRow> segment = segment();
            ExecutorService pool = Executors.newFixedThreadPool(2);
            for (int t = 0; t < 2; t++) {
                int writer = t;
                pool.submit(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        segment.append(row(writer, i));
                    }
                });
            }
            SegmentClosed closed = segment.seal();
            pool.shutdownNow();
            assertThat(closed.sha256()).isEqualTo(Digests.of(file()));
            assertThat(closed.bytes()).isEqualTo(Files.size(file()));
        }
    }

    @Test
    void sealingAgainGivesTheSameAnswerAndNothingCanBeAdded() throws IOException {
        Segment<ReadBackRow> segment = segment();
        segment.append(row(0, 0));
        SegmentClosed closed = segment.seal();
        assertThat(segment.seal()).isEqualTo(closed);
        assertSealMatchesFile(closed, 1);
        assertThatThrownBy(() -> segment.append(row(0, 1))).isInstanceOf(IllegalStateException.class);
        segment.flush();
        assertSealMatchesFile(closed, 1);
    }

    @Test
    void flushedLinesAreInTheFileOthersMayNotBe() throws IOException {
        Segment<ReadBackRow> segment = segment();
        segment.append(row(0, 0));
        segment.flush();
        assertThat(Files.readAllLines(file())).hasSize(1);
        segment.seal();
    }

    @Test
    void takesValuesLargerThanItsBuffer() throws IOException {
        Segment<ReadBackRow> segment = segment();
        segment.append(row(0, 0));
        segment.append(new ReadBackRow(new WriteId(0, 1, 0), "f".repeat(200_000), true));
        segment.append(row(0, 2));
        assertSealMatchesFile(segment.seal(), 3);
    }

    @Test
    void anInterruptedWriterEndsNobodyElsesStream() throws IOException {
        Segment<ReadBackRow> segment = segment();
        Thread.currentThread().interrupt();
        segment.appendDurably(row(0, 0));
        assertThat(Thread.interrupted()).isTrue();
        segment.appendDurably(row(0, 1));
        assertSealMatchesFile(segment.seal(), 2);
    }

    @Test
    void takesSecretsOut() throws IOException {
        Redactor redactor = new Redactor();
        redactor.protect("pa\"ss");
        Segment<Note> segment = Segment.create(directory, "ledger/notes.jsonl", Note.class, redactor);
        segment.append(new Note(new Moment(7), "login with pa\"ss failed"));
        segment.seal();
        assertThat(Files.readString(directory.resolve("ledger/notes.jsonl"), StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":7,\"text\":\"login with [redacted] failed\"}\n");
    }

    /** A line with free text. */
    public record Note(Moment at, String text) {}
}
