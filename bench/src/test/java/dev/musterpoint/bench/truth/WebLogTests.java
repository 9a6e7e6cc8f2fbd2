package dev.musterpoint.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of three pods answers no more from 1 s on, and is asked until 3 s: a client that asks every 5 ms brackets these 2 s. */
class WebLogTests {
    private static final int EVERY = 5;
    private static final int DIES = 1000;
    private static final int LEFT_OUT = 3000;

    @TempDir
    Path folder;

    private WebLog log(int end, long timeout, String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(more));
        for (int start = 0; start < end; start += EVERY) {
            boolean victim = start / EVERY % 3 == 0 && start < LEFT_OUT;
            String line = victim && start >= DIES ? timeout + " error timed out" : "2 ok " + pod(victim) + " node v1";
            lines.add(start + " " + line);
        }
        return WebLog.read(Files.write(folder.resolve("client.log"), lines), by -> Set.of("victim")
                .contains(by.split(" ")[0]));
    }

    private static String pod(boolean victim) {
        return victim ? "victim" : "other";
    }

    private static Measured measured(Duration lower, Duration upper) {
        return new Measured(Verdict.MET, Optional.of(Interval.of(lower, upper)), Map.of());
    }

    @Test
    void bracketsTheOutageWithinAFifthOfASecondEvenWhereFailuresTakeLong() throws IOException {
        WebLog log = log(5000, 1000);
        assertThat(log.lower()).isBetween(1.95, 2.0);
        assertThat(log.upper()).isBetween(2.0, 2.15);
    }

    @Test
    void knowsIntervalsThatHoldAllOfItPartOfItAndNothing() throws IOException {
        WebLog log = log(5000, 1000);
        assertThat(measured(Duration.ofMillis(1500), Duration.ofMillis(2500)).holds(log))
                .isEqualTo("all");
        assertThat(measured(Duration.ofMillis(1500), Duration.ofMillis(2050)).holds(log))
                .isEqualTo("part");
        assertThat(measured(Duration.ZERO, Duration.ofMillis(1800)).holds(log)).isEqualTo("NONE");
        assertThat(measured(Duration.ofMillis(2300), Duration.ofMillis(2500)).agrees(log))
                .isFalse();
    }

    @Test
    void tellsNeitherWayOfAnswersThatAreTooLate() throws IOException {
        WebLog log = log(6000, 1000, "4003 700 ok other node v1");
        // So late might the first victim have answered as well.
        assertThat(log.lower()).isBetween(1.25, 1.3);
        assertThat(log.upper()).isBetween(3.0, 3.15);
    }

    @Test
    void doesNotTakeASingleLaterFailureForTheShareThatADrillPromisesToSee() throws IOException {
        WebLog log = log(6000, 1000, "4003 1000 error timed out");
        assertThat(log.lower()).isBetween(1.95, 2.0);
        assertThat(log.upper()).isBetween(3.0, 3.15);
    }

    @Test
    void leavesOutWhatComesWhenTheServiceHasLongBeenWhole() throws IOException {
        WebLog log = log(20_000, 1000, "15003 1000 error timed out");
        assertThat(log.lower()).isBetween(1.95, 2.0);
        assertThat(log.upper()).isBetween(2.0, 2.15);
    }

    @Test
    void refusesALogThatEndsBeforeTheOutageDoes() {
        assertThatThrownBy(() -> log(LEFT_OUT + 50, 1000)).hasMessageContaining("ended before the outage did");
    }
}
