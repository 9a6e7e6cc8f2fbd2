package dev.musterpoint.drills.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrillLintTests {
    private static List<String> warnings(SampleDrill drill) {
        return DrillLint.check(drill.build());
    }

    @Test
    void hasNothingToSayOfAGoodDrill() {
        assertThat(warnings(new SampleDrill().fault("primary"))).isEmpty();
    }

    @Test
    void theTimeoutIsAtLeastTheLatencyAndTheSlack() {
        assertThat(warnings(new SampleDrill().timeout(Duration.ofMillis(545)))).isEmpty();
        assertThat(warnings(new SampleDrill().timeout(Duration.ofMillis(544))))
                .containsExactly(
                        "probe 'write': its timeout of 544 ms is shorter than latencyBelow and the runner's own"
                                + " slack, 545 ms: late answers could not be told from lost ones");
    }

    @Test
    void allAttemptsThatWaitForTheirTimeoutFindRoom() {
        assertThat(warnings(new SampleDrill().inFlight(40))).isEmpty();
        assertThat(warnings(new SampleDrill()
                        .timeout(Duration.ofSeconds(3))
                        .every(Duration.ofMillis(100))
                        .inFlight(30)))
                .isEmpty();
        assertThat(warnings(new SampleDrill().inFlight(39)))
                .containsExactly("probe 'write': up to 40 attempts can wait for their timeout at once, and 39 may be in"
                        + " flight: those beyond are not started and widen the interval; raise 'inFlight' or 'every', or"
                        + " lower 'timeout'");
    }

    @Test
    void confirmingTakesAtLeastTheLatencyAndFiveTicks() {
        assertThat(warnings(new SampleDrill().over(Duration.ofMillis(750)))).isEmpty();
        assertThat(warnings(new SampleDrill().over(Duration.ofMillis(749))))
                .containsExactly(
                        "objective 'recovers': confirm.over of 749 ms is shorter than latencyBelow and five ticks"
                                + " of 'write', 750 ms: a service that still fails could pass as recovered");
    }

    @Test
    void ticksAreAtMostAHundredthOfTheTarget() {
        assertThat(warnings(new SampleDrill().every(Duration.ofMillis(600)).over(Duration.ofSeconds(4))))
                .isEmpty();
        assertThat(warnings(new SampleDrill().every(Duration.ofMillis(601)).over(Duration.ofSeconds(4))))
                .containsExactly(
                        "objective 'recovers': 'write' asks every 601 ms, which is more than 1 % of the target; ask"
                                + " at least every 600 ms");
    }

    @Test
    void theDeadlineLeavesTimeToConfirm() {
        assertThat(warnings(new SampleDrill().deadline(Duration.ofSeconds(64)))).isEmpty();
        assertThat(warnings(new SampleDrill().deadline(Duration.ofSeconds(63))))
                .containsExactly(
                        "objective 'recovers': the deadline of 63 s comes before target, confirm.over and timeout"
                                + " together, 64 s: a recovery at the target could not be confirmed");
    }

    @Test
    void theFaultStandsAsLongAsTheWatch() {
        Duration watch = Duration.ofMillis(120_000 + 2_000 + 2_000 + 50);

        assertThat(warnings(new SampleDrill().holdFor(watch).fault("primary"))).isEmpty();
        assertThat(warnings(new SampleDrill().holdFor(watch.minusMillis(1)).fault("primary")))
                .containsExactly("fault 'kill primary': holdFor of 2.07 min ends before the watch does, 2.07 min: a"
                        + " recovery after that is none, for the fault was taken away");
    }
}
