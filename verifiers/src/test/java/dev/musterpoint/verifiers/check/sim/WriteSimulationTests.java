package dev.musterpoint.verifiers.check.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.verdict.Finding;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.verifiers.check.StandardVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every family of write histories: exact sets, the truth in the window of loss, and no verdict false. */
@Execution(ExecutionMode.CONCURRENT)
class WriteSimulationTests {
    @TestFactory
    Stream<DynamicTest> judgesTruly() {
        return WriteFamily.all().stream()
                .map(family -> DynamicTest.dynamicTest(
                        family.name(), () -> Cases.run(family.name(), index -> check(family, family.make(index)))));
    }

    private static void check(WriteFamily family, WriteCase each) {
        List<Finding> findings = new StandardVerifier().verify(each.plan, each.evidence);
        WritesSeen seen = only(findings, WritesSeen.class);
        checkSets(each, seen);
        if (family.reignsKnown()) {
            assertThat(seen.holes()).as("holes").isEqualTo(each.truth.holes());
            assertThat(seen.splitBrain()).as("split brain").isEqualTo(each.truth.splitBrain());
        }
        assertThat(wrong(each, each.evidence)).isEmpty();
    }

    private static void checkSets(WriteCase each, WritesSeen seen) {
        WriteTruth truth = each.truth;
        assertThat(seen.attempted()).isEqualTo(each.scenario.writes.size());
        assertThat(seen.acknowledged()).as("A").isEqualTo(truth.acknowledged.size());
        assertThat(seen.failed()).as("F").isEqualTo(truth.failed);
        assertThat(seen.unknown()).as("I").isEqualTo(truth.unknown);
        assertThat(seen.lost()).as("lost").isEqualTo(truth.lost.size());
        assertThat(seen.lostIds()).isEqualTo(first100(truth.lost));
        assertThat(seen.recovered()).as("recovered").isEqualTo(truth.recovered.size());
        assertThat(seen.phantom()).as("phantom").isEqualTo(truth.phantom);
        assertThat(seen.repeated()).as("repeated").isEqualTo(truth.repeated);
        assertThat(seen.duplicate()).as("duplicate").isEqualTo(each.scenario.twice.size());
        assertThat(seen.corrupt()).as("corrupt").isEqualTo(each.scenario.corrupt.size());
    }

    private static List<WriteId> first100(Iterable<WriteId> ids) {
        List<WriteId> first = new ArrayList<>();
        ids.forEach(id -> {
            if (first.size() < 100) {
                first.add(id);
            }
        });
        return first;
    }

    /** What is untrue of the judgement of the objectives; empty when nothing is. */
    static String wrong(WriteCase each, EvidenceLog evidence) {
        List<Finding> findings = new StandardVerifier().verify(each.plan, evidence);
        ObjectiveJudged point = judged(findings, "point");
        ObjectiveJudged count = judged(findings, "count");
        Interval window = point.measured().orElseThrow();
        WriteTruth truth = each.truth;
        boolean below = window.lower().toNanos() <= truth.shortest;
        boolean above = window.isOpen() || window.upper().orElseThrow().toNanos() >= truth.longest;
        int lost = truth.lost.size() + truth.lostAtFailBack.size();
        if (!below || !above) {
            return "the truth, " + truth.shortest + " to " + truth.longest + ", is outside " + window;
        }
        boolean falsePoint = point.verdict() == Verdict.MET && truth.longest > each.target
                || point.verdict() == Verdict.MISSED && truth.shortest <= each.target;
        boolean falseCount = count.verdict() == Verdict.MET && lost > each.atMost
                || count.verdict() == Verdict.MISSED && lost <= each.atMost;
        return falsePoint || falseCount ? "false verdict: " + point.verdict() + ", " + count.verdict() : "";
    }

    private static ObjectiveJudged judged(List<Finding> findings, String name) {
        return findings.stream()
                .filter(ObjectiveJudged.class::isInstance)
                .map(ObjectiveJudged.class::cast)
                .filter(each -> each.objective().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T only(List<Finding> findings, Class<T> kind) {
        return findings.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
