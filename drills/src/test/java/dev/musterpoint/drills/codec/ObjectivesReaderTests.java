package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.During;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Quantile;
import dev.musterpoint.drills.spec.Rate;
import dev.musterpoint.drills.spec.ResidualErrors;
import dev.musterpoint.drills.spec.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectivesReaderTests {
    private final DrillSpec drill = Samples.drill(Samples.GOOD_DRILL);

    @Test
    void readsWhatBringsItBackAndWhatCountsFromThere() {
        String back = Samples.changed("  runbook: promote-standby", "  runbook: promote-standby\n  failback: go-back");
        DrillSpec read = Samples.drill(Samples.change(
                back,
                "lostWrites: { atMost: 0, workload: orders }",
                "lostWrites: { atMost: 0, workload: orders, from: failback }"));

        assertThat(read.failback()).contains("go-back");
        assertThat(read.ofFailback().objectives())
                .containsExactly(new Objective.LostWrites("nothing is lost", 0, "orders", Optional.of("failback")));
        assertThat(read.ofResponse().objectives()).hasSize(read.objectives().size() - 1);
    }

    @Test
    void nothingCountsFromAFailbackThatThereIsNot() {
        String file = Samples.changed(
                "lostWrites: { atMost: 0, workload: orders }",
                "lostWrites: { atMost: 0, workload: orders, from: failback }");

        assertThat(Samples.problems(() -> Samples.drill(file)))
                .singleElement()
                .asString()
                .contains("there is no fault 'failback'");
    }

    @Test
    void readsObjectivesWithTheDefaultsOfTheirFailureMode() {
        assertThat(drill.objectives())
                .containsExactly(
                        new Objective.RecoveryTime(
                                "orders recover",
                                Duration.ofMinutes(15),
                                List.of("write"),
                                FailureMode.TOTAL,
                                new Confirmation(20, 1, Duration.ofSeconds(2)),
                                Optional.of("the primary dies")),
                        new Objective.RecoveryTime(
                                "browsing recovers",
                                Duration.ofMinutes(10),
                                List.of("browse", "write"),
                                FailureMode.PARTIAL,
                                new Confirmation(40, 18, Duration.ofSeconds(10)),
                                Optional.empty()),
                        new Objective.RecoveryPoint(
                                "little is lost", Duration.ofMinutes(1), "orders", Optional.empty()),
                        new Objective.LostWrites("nothing is lost", 0, "orders"));
    }

    @ParameterizedTest
    @MethodSource("windowObjectives")
    void readsObjectivesOnAWindow(String written, Objective expected) {
        DrillSpec spec = Samples.drill(Samples.changed("lostWrites: { atMost: 0, workload: orders }", written));

        assertThat(spec.objectives().get(3)).isEqualTo(expected);
        assertThat(JsonCodec.lines(Objective.class)
                        .decode(JsonCodec.lines(Objective.class).encode(expected), "here"))
                .isEqualTo(expected);
    }

    static Stream<Arguments> windowObjectives() {
        String name = "nothing is lost";
        return Stream.of(
                Arguments.of(
                        "availability: { atLeast: 99.5%, probe: browse, during: fault }",
                        new Objective.Availability(name, new Share(0.995), "browse", During.FAULT)),
                Arguments.of(
                        "latency: { quantile: p95, below: 800ms, probe: browse, during: baseline }",
                        new Objective.Latency(name, Quantile.P95, Duration.ofMillis(800), "browse", During.BASELINE)),
                Arguments.of(
                        "capacity: { atLeast: 120/m, probe: browse, during: run }",
                        new Objective.Capacity(name, new Rate(2), Optional.of("browse"), Optional.empty(), During.RUN)),
                Arguments.of(
                        "capacity: { atLeast: 100/s, workload: orders, during: fault }",
                        new Objective.Capacity(
                                name, new Rate(100), Optional.empty(), Optional.of("orders"), During.FAULT)),
                Arguments.of(
                        "detection: { within: 1m, step: notice }",
                        new Objective.Detection(name, Duration.ofMinutes(1), "notice")));
    }

    @Test
    void readsResidualErrorsAsAShareOrOfTheBaseline() {
        assertThat(residualErrors("0.1%").declared()).contains(new Share(0.001));
        assertThat(residualErrors("baseline")).isEqualTo(ResidualErrors.OF_BASELINE);
        assertThat(drill.recoveryTimes().get(1).residualErrors()).isEmpty();
    }

    private static ResidualErrors residualErrors(String written) {
        DrillSpec spec =
                Samples.drill(Samples.changed("within: 10m,", "within: 10m, residualErrors: " + written + ","));
        Objective.RecoveryTime read = spec.recoveryTimes().get(1);
        JsonCodec<Objective> codec = JsonCodec.lines(Objective.class);
        assertThat(codec.decode(codec.encode(read), "here")).isEqualTo(read);
        return read.residualErrors().orElseThrow();
    }

    @Test
    void takesWhatIsWrittenOfAConfirmationAndTheModesDefaultsForTheRest() {
        DrillSpec partly = Samples.drill(Samples.changed("within: 10m,", "within: 10m, confirm: { run: 50 },"));

        assertThat(partly.recoveryTimes().get(1).confirm()).isEqualTo(new Confirmation(50, 18, Duration.ofSeconds(10)));
    }
}
