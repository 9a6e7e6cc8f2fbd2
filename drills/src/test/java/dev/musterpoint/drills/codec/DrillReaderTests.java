package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.During;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.FaultOrder;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Guardrail;
import dev.musterpoint.drills.spec.Metadata;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.OnFailure;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.Quantile;
import dev.musterpoint.drills.spec.Rate;
import dev.musterpoint.drills.spec.ResidualErrors;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.spec.WorkloadSpec;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DrillReaderTests {
    private final DrillSpec drill = Samples.drill(Samples.GOOD_DRILL);

    @Test
    void readsTheHead() {
        assertThat(drill.metadata())
                .isEqualTo(new Metadata(
                        "shop", "The shop loses its database", Optional.of("team-shop"), Optional.of("critical")));
        assertThat(drill.hypothesis()).isEqualTo("Orders are taken again within 15 minutes.");
        assertThat(drill.environment()).isEqualTo("staging");
        assertThat(drill.runbook()).contains("promote-standby");
    }

    @Test
    void readsSetupAndTeardown() {
        DrillSpec read = Samples.drill(Samples.changed(
                "  runbook:",
                "  setup:\n"
                        + "    - { name: load, timeout: 30s, type: sql, system: db, with: { query: select 1, write: true } }\n"
                        + "    - { name: tell the team, timeout: 5m, manual: Tell the team., unattended: skip }\n"
                        + "  teardown:\n"
                        + "    - { name: unload, timeout: 10s, type: sql, system: db, with: { query: select 2 } }\n"
                        + "  runbook:"));

        assertThat(read.setup()).extracting(RunbookStep::name).containsExactly("load", "tell the team");
        assertThat(read.setup()).extracting(RunbookStep::onFailure).containsOnly(OnFailure.STOP);
        assertThat(read.teardown()).extracting(RunbookStep::name).containsExactly("unload");
        assertThat(read.teardown()).extracting(RunbookStep::onFailure).containsOnly(OnFailure.CONTINUE);
    }

    @Test
    void refusesWhatOnlyRunbookStepsHaveInTheSetup() {
        String step = "{ name: load, part: act, timeout: 30s, type: sql, system: bd, with: { query: select 1 } }";
        assertThat(Samples.problems(
                        () -> Samples.drill(Samples.changed("  runbook:", "  setup:\n    - " + step + "\n  runbook:"))))
                .containsExactly(
                        "41:21: 'part' belongs to the steps of a runbook; leave it out here",
                        "41:65: there is no system 'bd'; did you mean 'db'?");
    }

    @Test
    void readsTheServiceThatIsDrilled() {
        DrillSpec named = Samples.drill(Samples.changed("  tier: critical", "  tier: critical\n  service: orders"));

        assertThat(named.metadata().service()).contains("orders");
    }

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
    void keepsParametersAsWrittenInTheTypesTheyDeclare() {
        assertThat(drill.systems())
                .containsEntry(
                        "db",
                        new SystemSpec(
                                "db",
                                "postgres",
                                new Params(Map.of(
                                        "url",
                                        "jdbc:postgresql://localhost/shop",
                                        "user",
                                        "drill",
                                        "password",
                                        Map.of("env", "PGPASSWORD"),
                                        "tls",
                                        true))))
                .containsEntry(
                        "pair",
                        new SystemSpec(
                                "pair",
                                "sandbox",
                                new Params(Map.of("name", "postgres-pair", "replication", "delayed", "delay", "2s"))));
        assertThat(drill.workloads())
                .containsEntry(
                        "orders",
                        new WorkloadSpec(
                                "orders",
                                "sql",
                                Optional.of("db"),
                                new Params(Map.of("table", "musterpoint_ledger", "writers", 2L, "rate", "200/s"))));
    }

    @Test
    void keepsTextThatLooksLikeSomethingElse() {
        DrillSpec numbers = Samples.drill(Samples.changed("table: musterpoint_ledger", "table: 007"));

        assertThat(numbers.workloads().get("orders").params().text("table")).isEqualTo("007");
    }

    @Test
    void readsListsAndMapsOfTexts() {
        DrillSpec rich =
                Samples.drill(Samples.changed("tls: true", "hosts: [a, 1.50], labels: { team: shop, level: 03 }"));

        Params params = rich.systems().get("db").params();
        assertThat(params.texts("hosts")).containsExactly("a", "1.50");
        assertThat(params.nested("labels")).isEqualTo(new Params(Map.of("team", "shop", "level", "03")));
    }

    @Test
    void readsProbes() {
        assertThat(drill.probes())
                .containsEntry(
                        "browse",
                        new ProbeSpec(
                                "browse",
                                "http",
                                Optional.empty(),
                                Duration.ofMillis(250),
                                ProbeSpec.DEFAULT_TIMEOUT,
                                ProbeSpec.DEFAULT_LATENCY,
                                6,
                                80,
                                new Params(Map.of("url", "http://localhost/"))));
        assertThat(drill.probes().get("write").latencyBelow()).isEqualTo(Duration.ofMillis(800));
        assertThat(drill.probes().get("write").inFlight()).isEqualTo(16);
    }

    @Test
    void readsNestedParametersOfAProbe() {
        DrillSpec rich = Samples.drill(
                Samples.changed(
                        "every: 250ms",
                        "every: 250ms, headers: { Accept: text/html, Authorization: { env: TOKEN } },"
                                + " expect: { latencyBelow: 700ms, status: [200, 301-303], body: { pointer: /a, equals: x } }"));

        ProbeSpec browse = rich.probes().get("browse");
        assertThat(browse.latencyBelow()).isEqualTo(Duration.ofMillis(700));
        assertThat(browse.params().nested("headers").text("Accept")).isEqualTo("text/html");
        assertThat(browse.params().nested("headers").nested("Authorization").text("env"))
                .isEqualTo("TOKEN");
        Params expect = browse.params().nested("expect");
        assertThat(expect.texts("status")).containsExactly("200", "301-303");
        assertThat(expect.nested("body")).isEqualTo(new Params(Map.of("pointer", "/a", "equals", "x")));
        assertThat(expect.has("latencyBelow")).isFalse();
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

    @Test
    void attemptsPerTickFollowTheMostDemandingObjectiveThatUsesTheProbe() {
        assertThat(drill.probes().get("write").perTick()).isEqualTo(6);

        String total = Samples.changed("within: 10m,", "within: 10m, failure: total,");
        assertThat(Samples.drill(total).probes().get("write").perTick()).isEqualTo(1);
        assertThat(Samples.drill(total).probes().get("browse").perTick()).isEqualTo(1);

        String written = Samples.changed("every: 50ms", "every: 50ms, perTick: 3");
        assertThat(Samples.drill(written).probes().get("write").perTick()).isEqualTo(3);
    }

    @Test
    void attemptsPerTickOfAProbeWithoutObjectiveFollowItsType() {
        String unused = Samples.changed("probes: [browse, write]", "probes: [write]");

        assertThat(Samples.drill(unused).probes().get("browse").perTick()).isEqualTo(6);
        assertThat(Samples.drill(unused).probes().get("write").perTick()).isEqualTo(1);
    }

    @Test
    void readsFaults() {
        assertThat(drill.faults())
                .containsExactly(new FaultSpec(
                        "the primary dies",
                        "process/kill",
                        Optional.of("db"),
                        new Params(Map.of("member", "primary")),
                        Duration.ofMinutes(20),
                        Duration.ofSeconds(10),
                        new BlastRadius(Map.of("processes", 1), Optional.of(new Share(0.5))),
                        new Params(Map.of("scope", "tree"))));
    }

    @Test
    void readsGuardrailsAndTheirDefaults() {
        assertThat(drill.guardrails()).isEmpty();
        String text = Samples.changed(
                "  runbook:",
                "  abortWhen:\n    - { probe: browse, errorsAbove: 5% }\n"
                        + "    - { probe: write, errorsAbove: 0%, for: 30s, phases: [responding, injecting],"
                        + " onUnknown: ignore, unreadableFor: 2m }\n  runbook:");

        assertThat(Samples.drill(text).guardrails())
                .containsExactly(
                        new Guardrail(
                                "browse",
                                new Share(0.05),
                                Duration.ofSeconds(10),
                                EnumSet.allOf(Guardrail.Phase.class),
                                Guardrail.OnUnknown.ABORT,
                                Duration.ofMinutes(1)),
                        new Guardrail(
                                "write",
                                new Share(0),
                                Duration.ofSeconds(30),
                                EnumSet.of(Guardrail.Phase.INJECTING, Guardrail.Phase.RESPONDING),
                                Guardrail.OnUnknown.IGNORE,
                                Duration.ofMinutes(2)));
    }

    @Test
    void readsTheOrderOfFaults() {
        String more =
                "\n    - { name: b, type: process/kill, system: db, target: { member: standby }, holdFor: 1m, %s }";
        assertThat(order(more.formatted("after: the primary dies")))
                .isEqualTo(new FaultOrder(List.of("the primary dies"), Optional.empty()));
        assertThat(order(more.formatted("after: [the primary dies]")))
                .isEqualTo(new FaultOrder(List.of("the primary dies"), Optional.empty()));
        assertThat(order(more.formatted("with: the primary dies")))
                .isEqualTo(new FaultOrder(List.of(), Optional.of("the primary dies")));
        assertThat(order(more.formatted("scope: tree"))).isEqualTo(FaultOrder.IN_SEQUENCE);
    }

    private static FaultOrder order(String second) {
        String radius = "blastRadius: { processes: 1, share: 50% }";
        return Samples.drill(Samples.changed(radius, radius + second))
                .faults()
                .get(1)
                .order();
    }

    @Test
    void readsWhatTriggersTheDrill() {
        assertThat(drill.trigger()).isEqualTo(Trigger.FAULT);
        String declared = Samples.changed("  environment: staging", "  environment: staging\n  trigger: declared")
                .replaceAll("(?s)  faults:.*  runbook:", "  runbook:")
                .replace(", from: the primary dies", "");

        assertThat(Samples.drill(declared).trigger()).isEqualTo(Trigger.DECLARED);
        assertThat(Samples.drill(declared).faults()).isEmpty();
    }

    @Test
    void readsTimingAndItsDefaults() {
        assertThat(drill.timing())
                .isEqualTo(new Timing(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(25),
                        Duration.ofMinutes(2),
                        Duration.ofMillis(30),
                        Duration.ofMillis(4)));

        String least = Samples.GOOD_DRILL.replaceAll("timing: \\{.*}", "timing: { deadline: 25m }");
        assertThat(Samples.drill(least).timing())
                .isEqualTo(new Timing(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(25),
                        Duration.ZERO,
                        Duration.ofMillis(20),
                        Duration.ofMillis(5)));
    }

    @Test
    void readsTheSameWithAByteOrderMarkAndWindowsLineEnds() {
        assertThat(Samples.drill("\uFEFF" + Samples.GOOD_DRILL.replace("\n", "\r\n")))
                .isEqualTo(drill);
    }

    /** Wherever the parser's buffer ends, a character of two halves must not be torn. */
    @Test
    void readsAnEmojiAtAnyPlaceOfTheFile() {
        for (int padding = 0; padding < 2100; padding++) {
            String text = "#" + "x".repeat(padding) + "\uD83D\uDE00\n" + Samples.GOOD_DRILL;
            assertThat(Samples.drill(text).metadata().name()).isEqualTo("shop");
        }
    }
}
