package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Metadata;
import dev.musterpoint.drills.spec.OnFailure;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.spec.WorkloadSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
