package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.FreezeWindow;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.PolicySnapshot.Allowed;
import dev.musterpoint.drills.plan.PolicySnapshot.Limits;
import dev.musterpoint.drills.plan.WeeklyWindow;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.Guardrail;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonCodecTests {
    private static <T> String roundTrip(Class<T> kind, T value) {
        JsonCodec<T> codec = JsonCodec.lines(kind);
        byte[] json = codec.encode(value);
        T back = codec.decode(json, "test");
        assertThat(back).isEqualTo(value);
        assertThat(codec.encode(back)).isEqualTo(json);
        return new String(json, StandardCharsets.UTF_8);
    }

    @Test
    void policiesKeepTheirWindowsAndLimits() {
        PolicySnapshot policy = new PolicySnapshot(
                "policy.yaml",
                "ab",
                List.of("staging"),
                new Allowed(List.of("postgres"), List.of("pid *"), List.of("/usr/bin/true"), List.of("localhost")),
                List.of("keep"),
                new Limits(
                        new BlastRadius(Map.of("processes", 1), Optional.of(new Share(0.5))),
                        BlastRadius.UNSTATED,
                        Optional.of(Duration.ofMinutes(30)),
                        true),
                List.of(new FreezeWindow(
                        LocalDateTime.parse("2026-12-20T00:00"),
                        LocalDateTime.parse("2027-01-02T00:00"),
                        ZoneId.of("Europe/Berlin"),
                        "trade")),
                List.of(new WeeklyWindow(
                        List.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(16, 0), ZoneId.of("UTC"))));

        assertThat(roundTrip(PolicySnapshot.class, policy)).contains("\"2026-12-20T00:00:00\"", "\"Europe/Berlin\"");
        roundTrip(PolicySnapshot.class, PolicySnapshot.BUILT_IN);
    }

    @Test
    void plansOfBeforeThereWerePolicyFilesCanBeRead() {
        byte[] stored =
                "{\"source\":\"built in: sandboxes only\",\"outsideSandbox\":false}".getBytes(StandardCharsets.UTF_8);
        assertThat(JsonCodec.lines(PolicySnapshot.class).decode(stored, "test")).isEqualTo(PolicySnapshot.BUILT_IN);
    }

    @Test
    void journalEntriesKeepTheirKindAndMoment() {
        UndoRecord undo = new UndoRecord(
                "u1", "fault:noop", "db", "run/1", UndoKind.AUTO, Duration.ofMinutes(1), Map.of("pid", "7"), "kill 7");
        JournalEntry entry = new JournalEntry(
                3,
                "ab",
                Instant.parse("2026-11-21T09:00:00.123456Z"),
                new Moment(12),
                "engine",
                new Evidence.UndoPrepared(undo));
        String json = roundTrip(JournalEntry.class, entry);
        assertThat(json).contains("\"mono\":12", "\"type\":\"undo-prepared\"", "\"holdFor\":\"PT1M\"");
    }

    @Test
    void everyKindOfLedgerLineRoundTrips() {
        assertThat(roundTrip(
                        LedgerLine.class, new LedgerLine.WriteAttempt(new WriteId(1, 2, 0), new Moment(5), "00ff")))
                .contains("\"type\":\"write-attempt\"");
    }

    @Test
    void plansRoundTripWithStepsAndParameters() {
        DrillPlan plan = new SamplePlan()
                .recoversWithin(Duration.ofMinutes(15), new Confirmation(10, 1, Duration.ofSeconds(2)))
                .workload()
                .step("wait", StepPart.DETECT, Duration.ofSeconds(5), new Params(Map.of("probe", "write")))
                .manualStep("decide", RunbookStep.Unattended.SKIP)
                .build();
        roundTrip(DrillPlan.class, plan);
    }

    @Test
    void plansRoundTripWithGuardrails() {
        Guardrail guardrail = new Guardrail(
                "write",
                new Share(0.05),
                Duration.ofSeconds(30),
                EnumSet.of(Guardrail.Phase.RESPONDING, Guardrail.Phase.INJECTING),
                Guardrail.OnUnknown.ABORT,
                Duration.ofMinutes(1));
        String json =
                roundTrip(DrillPlan.class, new SamplePlan().guardrail(guardrail).build());
        assertThat(json).contains("\"phases\":[\"INJECTING\",\"RESPONDING\"]");
    }

    @Test
    void readsPlansFromBeforeThereWereGuardrails() {
        DrillPlan plan = new SamplePlan().build();
        JsonCodec<DrillPlan> codec = JsonCodec.lines(DrillPlan.class);
        String old = new String(codec.encode(plan), StandardCharsets.UTF_8).replace("\"guardrails\":[],", "");
        assertThat(old).doesNotContain("guardrails");
        assertThat(codec.decode(old.getBytes(StandardCharsets.UTF_8), "test")).isEqualTo(plan);
    }

    @Test
    void assessmentsRoundTripWithOpenIntervals() {
        Assessment assessment = new Assessment(
                "2026-11",
                "run",
                RunOutcome.COMPLETED,
                Verdict.MISSED,
                CleanUp.CLEAN,
                List.of(new Finding.ObjectiveJudged(
                        "recovers",
                        "recoveryTime",
                        Verdict.MISSED,
                        Optional.of(Duration.ofSeconds(5)),
                        Optional.empty(),
                        Optional.of(Interval.atLeast(Duration.ofSeconds(7))),
                        "because",
                        List.of("L = 7 s"))));
        assertThat(roundTrip(Assessment.class, assessment)).doesNotContain("\"open\"");
        roundTrip(Share.class, new Share(0.25));
    }

    @Test
    void saysWhereALineIsNotWhatItShouldBe() {
        JsonCodec<JournalEntry> codec = JsonCodec.lines(JournalEntry.class);
        assertThatThrownBy(() -> codec.decode("{\"seq\":1".getBytes(StandardCharsets.UTF_8), "journal.jsonl:2"))
                .isInstanceOf(EvidenceFormatException.class)
                .hasMessageStartingWith("journal.jsonl:2: not a valid JournalEntry");
        assertThatThrownBy(() -> codec.decode("{\"seq\":1,\"seq\":1}".getBytes(StandardCharsets.UTF_8), "j:1"))
                .isInstanceOf(EvidenceFormatException.class);
        assertThatThrownBy(() -> codec.decode("{\"extra\":1}".getBytes(StandardCharsets.UTF_8), "j:1"))
                .isInstanceOf(EvidenceFormatException.class);
    }
}
