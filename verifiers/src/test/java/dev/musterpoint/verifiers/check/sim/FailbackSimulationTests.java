package dev.musterpoint.verifiers.check.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.verdict.Finding;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Finding.ReignSeen;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.verifiers.check.StandardVerifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs that fail over and back: each loss in its own reign, exactly; the truth in every interval; no verdict false. */
class FailbackSimulationTests {
    @TestFactory
    Stream<DynamicTest> judgesTruly() {
        return FailbackScenario.families().stream()
                .map(family -> DynamicTest.dynamicTest(
                        family,
                        () -> Cases.run(family, index -> check(new FailbackCase(FailbackScenario.of(family, index))))));
    }

    private static void check(FailbackCase each) {
        List<Finding> findings = new StandardVerifier().verify(each.plan, each.evidence);
        Set<WriteId> atFailover = each.scenario.lost(1);
        Set<WriteId> atFailback = each.scenario.lost(2);
        checkReign(findings, "primary dies", atFailover);
        checkReign(findings, Objective.FAILBACK, atFailback);
        checkReign(findings, "", Set.of());
        assertThat(find(findings, WritesSeen.class).lost())
                .as("lost in all")
                .isEqualTo(atFailover.size() + atFailback.size());
        checkLoss(each, findings, atFailover.size(), atFailback.size());
        checkRecovery(each, judged(findings, "back"));
        assertThat(judged(findings, "over").verdict()).isEqualTo(Verdict.MET);
    }

    private static void checkReign(List<Finding> findings, String endedBy, Set<WriteId> lost) {
        ReignSeen reign = findings.stream()
                .filter(ReignSeen.class::isInstance)
                .map(ReignSeen.class::cast)
                .filter(seen -> seen.endedBy().equals(endedBy))
                .findFirst()
                .orElseThrow();
        assertThat(reign.lost())
                .as("lost in the reign ended by '" + endedBy + "'")
                .isEqualTo(lost.size());
        assertThat(reign.lostIds())
                .containsExactlyElementsOf(lost.stream().limit(100).toList());
    }

    private static void checkLoss(FailbackCase each, List<Finding> findings, int atFailover, int atFailback) {
        ObjectiveJudged point = judged(findings, "point");
        Interval window = point.measured().orElseThrow();
        long truth = each.scenario.shortestLoss(2, each.scenario.stopped);
        contains(window, truth);
        assertThat(point.verdict() == Verdict.MISSED && truth <= each.lossTarget
                        || point.verdict() == Verdict.MET && truth > each.lossTarget)
                .as("false " + point.verdict())
                .isFalse();
        assertThat(judged(findings, "none").verdict() == Verdict.MISSED).isEqualTo(atFailback > 0);
        assertThat(judged(findings, "all").verdict() == Verdict.MISSED).isEqualTo(atFailover + atFailback > 0);
    }

    private static void checkRecovery(FailbackCase each, ObjectiveJudged back) {
        long truth = each.scenario.recoveryTime();
        contains(back.measured().orElseThrow(), truth);
        assertThat(back.measured().orElseThrow().isOpen()).isFalse();
        assertThat(back.verdict() == Verdict.MISSED && truth <= each.target
                        || back.verdict() == Verdict.MET && truth > each.target)
                .as("false " + back.verdict())
                .isFalse();
    }

    private static void contains(Interval interval, long truth) {
        assertThat(interval.lower().toNanos()).as("L of " + interval).isLessThanOrEqualTo(truth);
        assertThat(interval.upper().map(upper -> upper.toNanos()).orElse(Long.MAX_VALUE))
                .as("U of " + interval)
                .isGreaterThanOrEqualTo(truth);
    }

    private static ObjectiveJudged judged(List<Finding> findings, String name) {
        return findings.stream()
                .filter(ObjectiveJudged.class::isInstance)
                .map(ObjectiveJudged.class::cast)
                .filter(each -> each.objective().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T find(List<Finding> findings, Class<T> kind) {
        return findings.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
