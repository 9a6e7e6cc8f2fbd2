package dev.musterpoint.drills.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.ProblemMet;
import dev.musterpoint.drills.kit.VirtualTime;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTests {
    @TempDir
    Path directory;

    private RunDirectory run;

    @BeforeEach
    void makeRun() throws IOException {
        run = new RunDirectory(directory);
        Files.writeString(run.heartbeat(), "a control file");
        try (FileJournal journal = FileJournal.create(run.journal(), new VirtualTime(), new Redactor(), entry -> {})) {
            journal.append("engine", new ProblemMet("here", "one"));
        }
    }

    @Test
    void listsEveryFileButTheControlFilesAndItself() throws IOException {
        Files.writeString(run.plan(), "{}");
        String digest = Seal.write(run, "runner", Instant.EPOCH);
        Manifest manifest = Seal.read(run);
        assertThat(manifest.parts()).extracting(Manifest.Part::path).containsExactly("journal.jsonl", "plan.json");
        assertThat(manifest.journalLines()).isEqualTo(1);
        assertThat(Digests.of(run.manifest())).isEqualTo(digest);
        assertThat(Seal.isSelfConsistent(manifest, Files.readAllBytes(run.manifest())))
                .isTrue();
    }

    @Test
    void keepsEachEarlierRevision() {
        String first = Seal.write(run, "runner", Instant.EPOCH);
        Seal.write(run, "recover", Instant.EPOCH);
        assertThat(Seal.read(run).revision()).isEqualTo(2);
        assertThat(Seal.read(run).previous()).isEqualTo(first);
        assertThat(Digests.of(Seal.former(run, 1))).isEqualTo(first);
    }

    @Test
    void sealsAgainAfterAnAttemptThatDiedHalfWay() throws IOException {
        String first = Seal.write(run, "runner", Instant.EPOCH);
        Files.copy(run.manifest(), Seal.former(run, 1));
        Seal.write(run, "recover", Instant.EPOCH);
        assertThat(Seal.read(run).previous()).isEqualTo(first);
    }
}
