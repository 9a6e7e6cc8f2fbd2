package dev.musterpoint.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a person stops a drill, it undoes what it changed and says so with exit code 4. */
class AbortIT {
    private static final String DRILL =
            Path.of("src", "test", "resources", "drills", "brief.yaml").toString();

    private static final int TRIES = 3;

    @TempDir
    Path runs;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void aSignalEndsTheRunCleanly(String signal) throws Exception {
        assumeFalse(
                isDeafTo(signal), "this build was started deaf to " + signal + ", as by nohup or in the background");
        MusterProcess muster = inItsRunbook();
        muster.signal(signal);
        assertAborted(muster);
    }

    @Test
    void aSecondCtrlCDoesNotSkipCleaningUp() throws Exception {
        assumeFalse(isDeafTo("INT"), "this build was started deaf to INT, as in the background");
        MusterProcess muster = new MusterProcess(runs, "baseline", "drill", "run", DRILL);
        muster.awaitLine();
        muster.signal("INT");
        muster.signal("INT");
        assertAborted(muster);
    }

    @Test
    void runAbortFromAnotherTerminalEndsTheRunCleanly() throws Exception {
        // A drill that waits long enough for another process to start.
        MusterProcess muster = new MusterProcess(runs, "responding", "drill", "run", "no-runbook");
        muster.awaitLine();
        MusterProcess other = new MusterProcess(runs, "asked", "run", "abort", "--reason", "lunch");
        assertThat(other.exitCode()).as(other.text()).isZero();
        assertAborted(muster);
        assertThat(muster.text()).contains("lunch");
    }

    /** On a busy machine the baseline may not be steady, and then nothing is injected. */
    private MusterProcess inItsRunbook() throws IOException, InterruptedException {
        MusterProcess muster = null;
        for (int i = 0; i < TRIES; i++) {
            Path fresh = Files.createDirectory(runs.resolve("try-" + i));
            muster = new MusterProcess(fresh, "step 1 started", "drill", "run", DRILL);
            if (muster.hears()) {
                runs = fresh;
                return muster;
            }
        }
        throw new AssertionError("no steady baseline in " + TRIES + " runs: " + muster.text());
    }

    /** Whoever is started so leaves it so, and so do all that it starts. */
    private static boolean isDeafTo(String signal) throws IOException {
        int bit = List.of("HUP", "INT").indexOf(signal);
        Path status = Path.of("/proc/self/status");
        return bit >= 0
                && Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> bit & 1) != 0);
    }

    private void assertAborted(MusterProcess muster) throws InterruptedException {
        assertThat(muster.exitCode()).as(muster.text()).isEqualTo(4);
        Assessment assessment =
                new RunReader(new RunStore(runs).list().get(0)).assessment().orElseThrow();
        assertThat(assessment.outcome()).isEqualTo(RunOutcome.ABORTED);
        assertThat(assessment.cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertThat(assessment.verdict()).isNotEqualTo(Verdict.MET);
    }
}
