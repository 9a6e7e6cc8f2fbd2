package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.FailbackEnded;
import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.Evidence.StepStarted;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Finding.ReignSeen;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.verifiers.check.Assessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Failing over and back on real PostgreSQL servers, as it should go and as it should not. */
@Timeout(300)
class ThereAndBackIT {
    private static final Path CATALOGUE =
            Path.of("..").toAbsolutePath().normalize().resolve("catalog/quickstart");

    @TempDir
    Path folder;

    private RunReader run;
    private RunDirectory directory;
    private Assessment assessment;

    private Typed drill(String name) {
        Typed typed = Typed.in(folder, "drill", "run", name);
        List<RunDirectory> runs = new RunStore(folder.resolve("runs")).list();
        assertThat(runs).as(typed.err()).hasSize(1);
        directory = runs.get(0);
        run = new RunReader(directory);
        assessment = Assessor.standard().assess(run.plan(), run);
        return typed;
    }

    private ObjectiveJudged judged(String objective) {
        return assessment.findings(ObjectiveJudged.class).stream()
                .filter(each -> each.objective().equals(objective))
                .findFirst()
                .orElseThrow();
    }

    private ReignSeen reign(String endedBy) {
        return assessment.findings(ReignSeen.class).stream()
                .filter(each -> each.endedBy().equals(endedBy))
                .findFirst()
                .orElseThrow();
    }

    private Set<WriteId> read(int ordinal) {
        Set<WriteId> ids = new TreeSet<>();
        run.readBack("orders", ordinal, (ReadBackRow row) -> ids.add(row.id()));
        return ids;
    }

    /** The writes that were acknowledged, by when and by whom, straight from the ledger. */
    private Map<WriteId, WriteAnswer> acknowledged() {
        Map<WriteId, WriteAnswer> answers = new HashMap<>();
        run.ledger("orders", (LedgerLine line) -> {
            if (line instanceof WriteAnswer answer && answer.outcome() == WriteOutcome.ACKNOWLEDGED) {
                answers.put(answer.id(), answer);
            }
        });
        return answers;
    }

    private long started(String step) {
        long[] at = {-1};
        run.journal(entry -> {
            if (entry.body() instanceof StepStarted start && start.name().equals(step)) {
                at[0] = entry.mono().nanos();
            }
        });
        return at[0];
    }

    @Test
    void failsOverAndBackAndTellsTheTwoApart() throws IOException {
        Typed typed = drill("failover-and-back");

        assertThat(typed.code()).as(typed.out() + typed.err()).isZero();
        assertThat(run.facts(StepEnded.class))
                .as(typed.err())
                .hasSize(run.plan().allSteps().size())
                .allMatch(end -> end.outcome() == StepOutcome.DONE);
        assertThat(run.facts(FailbackEnded.class)).containsExactly(new FailbackEnded(true, "recovery is confirmed"));
        assertThat(run.facts(ReadBackTaken.class)).hasSize(3).allMatch(taken -> taken.error()
                .isEmpty());
        ObjectiveJudged back = judged("going back is short");
        assertThat(back.verdict()).isEqualTo(Verdict.MET);
        assertThat(back.measured().orElseThrow().lower()).isPositive();
        assertThat(back.arithmetic()).anyMatch(line -> line.contains("the step that switches began"));
        assertThat(judged("going back loses nothing").verdict()).isEqualTo(Verdict.MET);
        assertThat(reign("failback").lost()).isZero();
        assertThat(reign("failback").acknowledged()).isPositive();
        assertThat(reign("").lost()).isZero();
        assertThat(reign("").server()).isEqualTo(reign("the primary dies").server());
        assertThat(Typed.in(folder, "verify", directory.path().toString()).code())
                .isZero();
        assertThat(Files.readString(directory.path().resolve("report/report.html")))
                .contains("Fail-back");
        assertThat(typed.out()).contains("fail-back");
    }

    @Test
    void namesExactlyWhatAnImpatientFailbackLoses() throws IOException {
        plant();

        Typed typed = drill("planted");

        assertThat(typed.code()).as(typed.out() + typed.err()).isEqualTo(1);
        assertThat(judged("going back loses nothing").verdict()).isEqualTo(Verdict.MISSED);
        Set<WriteId> expected = new TreeSet<>(acknowledged().keySet());
        expected.removeAll(read(3));
        ReignSeen atFailover = reign("the primary dies");
        expected.removeAll(atFailover.lostIds());
        ReignSeen lost = reign("failback");
        assertThat(lost.lost()).isEqualTo(expected.size()).isGreaterThan(50);
        assertThat(lost.lostIds())
                .containsExactlyElementsOf(expected.stream().limit(100).toList());
        assertThat(expected)
                .as("what is lost was acknowledged by the standby, after its stream was cut")
                .allMatch(id -> acknowledged().get(id).server().equals(lost.server())
                        && acknowledged().get(id).ended().nanos() > started("cut the stream"));
        assertThat(lost.lossWindow().orElseThrow().lower()).isGreaterThan(java.time.Duration.ofMillis(900));
        assertThat(assessment.findings(WritesSeen.class).get(0).lost()).isEqualTo(expected.size() + atFailover.lost());
        assertThat(assessment.findings(Issue.class)).extracting(Issue::code).contains("READ_BACK_DIFFERS");
        assertThat(judged("going back is short").verdict()).isEqualTo(Verdict.MET);
        assertThat(Typed.in(folder, "verify", directory.path().toString()).code())
                .isZero();
    }

    /** The old primary no longer follows when the service is taken from the one it followed. */
    private void plant() throws IOException {
        String drill = Files.readString(CATALOGUE.resolve("failover-and-back.yaml"));
        Files.writeString(
                folder.resolve("planted.yaml"),
                drill.replace("name: failover-and-back", "name: planted")
                        .replace("failback: return-to-primary", "failback: impatient"));
        Files.writeString(folder.resolve("impatient.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Runbook
                metadata: { name: impatient, title: Go back too soon }
                spec:
                  steps:
                    - { name: bring it back, part: act, planned: 10s, timeout: 2m, type: postgres/rejoin, system: db, with: { member: primary } }
                    - { name: catch up, part: check, planned: 1s, timeout: 1m, type: postgres/caught-up, system: db, with: { member: primary } }
                    - name: cut the stream
                      part: act
                      planned: 1s
                      timeout: 10s
                      type: sql
                      system: db
                      with:
                        member: primary
                        query: >-
                          do $$ begin execute format('copy (select %L) to %L', 'primary_conninfo = ''''',
                          current_setting('data_directory') || '/postgresql.auto.conf'); perform pg_reload_conf(); end $$
                    - { name: let writes go on, part: act, planned: 2s, timeout: 10s, type: pause, with: { for: 2s } }
                    - name: take the service from the standby
                      part: switch
                      planned: 2s
                      timeout: 1m
                      type: postgres/demote
                      system: db
                      with: { member: standby, withoutStandby: true }
                    - { name: promote, part: act, planned: 2s, timeout: 1m, type: postgres/promote, system: db, with: { member: primary } }
                    - { name: see writes succeed, part: check, planned: 2s, timeout: 1m, type: wait-for, with: { probe: write, state: good, count: 20 } }
                """);
    }
}
