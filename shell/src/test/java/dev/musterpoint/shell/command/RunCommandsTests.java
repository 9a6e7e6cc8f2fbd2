package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.journal.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandsTests {
    @TempDir
    Path here;

    private RunDirectory run;

    @BeforeEach
    void finishARun() {
        run = Finished.run(here);
    }

    @Test
    void watchTellsAnEndedRunToItsEnd() {
        Typed typed = Typed.in(here, "run", "watch", "last");

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).contains("checking:", "fault 1 injected", "run ended:");
        assertThat(typed.err()).contains("completed").contains("run show " + run.runId());
    }

    @Test
    void watchGivesTheJournalsOwnLinesToMachines() throws IOException {
        assertThat(Typed.in(here, "run", "watch", "last", "-o", "json").out().lines())
                .containsExactlyElementsOf(Files.readAllLines(run.journal()));
    }

    @Test
    void watchSaysThatNobodyCarriesARunOn() {
        Path elsewhere = here.resolve("elsewhere");
        Finished.unsealed(elsewhere);

        Typed typed = Typed.in(elsewhere, "run", "watch", "last");

        assertThat(typed.code()).isZero();
        assertThat(typed.err()).contains("its runner is gone; 'muster recover");
    }

    @Test
    void assessGivesTheSameBytesAgain() {
        Typed typed = Typed.in(here, "run", "assess", "last");

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).contains("the same: ruleset").contains("byte for byte");
    }

    @Test
    void assessShowsAVerdictThatTheEvidenceDoesNotGive() throws IOException {
        String stored = Files.readString(run.assessment());
        Files.writeString(run.assessment(), stored.replace("\"runId\"", " \"runId\""));

        Typed typed = Typed.in(here, "run", "assess", "last");

        assertThat(typed.code()).isEqualTo(7);
        assertThat(typed.out()).contains("not the same");
    }

    @Test
    void exportUnpacksToWhatVerifies() throws IOException {
        Typed typed = Typed.in(here, "run", "export", "last", "--to", "out.tar.gz");
        assertThat(typed.code()).as(typed.err()).isZero();

        Path unpacked = unpack(here.resolve("out.tar.gz"), here.resolve("unpacked"));

        assertThat(Typed.in(here, "verify", unpacked.toString()).out()).contains("verified");
        Files.writeString(unpacked.resolve("report").resolve("report.html"), "better");
        assertThat(Typed.in(here, "verify", unpacked.toString()).code()).isEqualTo(7);
    }

    @Test
    void exportGivesTheSameBytesAgain() throws IOException {
        Typed.in(here, "run", "export", "last", "--to", "one.tar.gz");
        Files.setLastModifiedTime(run.journal(), java.nio.file.attribute.FileTime.fromMillis(0));
        Files.writeString(run.path().resolve("heartbeat"), "x");
        Typed.in(here, "run", "export", "last", "--to", "two.tar.gz");

        assertThat(Files.readAllBytes(here.resolve("two.tar.gz")))
                .isEqualTo(Files.readAllBytes(here.resolve("one.tar.gz")));
    }

    @Test
    void exportWritesOverNothing() throws IOException {
        Files.writeString(here.resolve("mine.txt"), "mine");

        assertThat(Typed.in(here, "run", "export", "last", "--to", "mine.txt").code())
                .isEqualTo(2);
        assertThat(here.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void exportRefusesARunThatIsNotSealed() {
        Path elsewhere = here.resolve("elsewhere");
        Finished.unsealed(elsewhere);

        assertThat(Typed.in(elsewhere, "run", "export", "last").err()).contains("is not sealed yet");
    }

    private static Path unpack(Path archive, Path into) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = into.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
            }
        }
        try (var runs = Files.list(into)) {
            List<Path> all = runs.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @Test
    void reportNamesItsFilesAndAsksForARun() {
        assertThat(Typed.in(here, "report", "last").out()).contains("report.html");
        assertThat(Typed.in(here, "report").err()).contains("which run?");
        assertThat(Typed.in(here, "report", "open", "nothing").code()).isEqualTo(2);
    }
}
