package dev.musterpoint.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each variant of the quickstart ends as it must, also those that plant a miss. */
class QuickstartIT {
    @TempDir
    Path runs;

    @ParameterizedTest
    @CsvSource({
        "quickstart,  MET,           0",
        "plant-loss,  MISSED,        1",
        "no-runbook,  NOT_RECOVERED, 1",
        "no-fault,    NO_EFFECT,     3"
    })
    void endsAsItMust(String drill, String verdict, int exitCode) throws Exception {
        MusterProcess muster = new MusterProcess(runs, verdict, "drill", "run", drill);
        assertThat(muster.exitCode()).as(muster.text()).isEqualTo(exitCode);
        assertThat(muster.text()).contains(verdict).contains("report.html");
        MusterProcess verify = new MusterProcess(runs, "verified", "verify", "last");
        assertThat(verify.exitCode()).as(verify.text()).isZero();
    }

    @Test
    void oneFlippedByteShows() throws Exception {
        MusterProcess muster = new MusterProcess(runs, "NO_EFFECT", "quickstart", "--no-fault", "--quiet");
        assertThat(muster.exitCode()).as(muster.text()).isEqualTo(3);
        Path ledger = find("observations/write.jsonl");
        byte[] bytes = Files.readAllBytes(ledger);
        bytes[bytes.length / 2] ^= 1;
        Files.write(ledger, bytes);
        MusterProcess verify = new MusterProcess(runs, "write.jsonl", "verify", "last");
        assertThat(verify.exitCode()).as(verify.text()).isEqualTo(7);
        assertThat(verify.text()).contains("observations/write.jsonl");
    }

    private Path find(String name) throws IOException {
        try (Stream<Path> files = Files.walk(runs)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    @Test
    void aTypoIsAnsweredWithWhatWasMeant() throws Exception {
        MusterProcess muster = new MusterProcess(runs, "did you mean", "drill", "run", "quickstrat");
        assertThat(muster.exitCode()).isEqualTo(2);
        assertThat(muster.text()).contains("did you mean 'quickstart'");
    }
}
