package dev.musterpoint.verifiers.check.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Quantity.Bounds;
import dev.musterpoint.drills.verdict.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Objectives on a window: the truth lies between the bounds, and no verdict is false, whatever the runner missed. */
@Execution(ExecutionMode.CONCURRENT)
class WindowSimulationTests {
    private static Stream<String> families() {
        return Stream.of(
                "errors",
                "timeouts",
                "brownout",
                "slow-start",
                "flaps-of-all-kinds",
                "relapse-to-the-end",
                "third-fails",
                "some-slow",
                "some-fail-and-pauses",
                "in-flight-at-death",
                "queued-answers",
                "pauses-anywhere",
                "pauses-too-short-to-see",
                "holes",
                "no-room-to-start",
                "no-outage-and-pauses",
                "residual-1-outage");
    }

    @TestFactory
    Stream<DynamicTest> judgesTruly() {
        return families()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
                    Cases.run(name, index -> check(new WindowCase(LaneFamilies.named(name), index), verdicts));
                    assertThat(verdicts.keySet()).isSubsetOf(Verdict.MET, Verdict.MISSED, Verdict.INDETERMINATE);
                    if (Cases.count() > 100) {
                        assertThat(verdicts).containsKeys(Verdict.MET, Verdict.MISSED);
                    }
                }));
    }

    private static void check(WindowCase each, Map<Verdict, Integer> verdicts) {
        Objective.Availability availability = each.availability();
        ObjectiveJudged share = each.judge(availability);
        holds(share, bounds(share), each.share(), availability.atLeast().value());

        Objective.Capacity capacity = each.capacity();
        ObjectiveJudged rate = each.judge(capacity);
        holds(
                rate,
                bounds(rate),
                each.trulyGood() / each.seconds(),
                capacity.atLeast().perSecond());

        Objective.Latency latency = each.latency();
        ObjectiveJudged quick = each.judge(latency);
        quick(each, latency, quick);
        for (ObjectiveJudged judged : new ObjectiveJudged[] {share, rate, quick}) {
            verdicts.merge(judged.verdict(), 1, Integer::sum);
        }
    }

    private static Bounds bounds(ObjectiveJudged judged) {
        return judged.quantity().orElseThrow().measured().orElseThrow();
    }

    private static void holds(ObjectiveJudged judged, Bounds bounds, double truth, double target) {
        double rounding = truth * 1e-9;
        assertThat(bounds.lower()).as(judged::toString).isLessThanOrEqualTo(truth + rounding);
        assertThat(bounds.upper().orElse(Double.MAX_VALUE))
                .as(judged::toString)
                .isGreaterThanOrEqualTo(truth - rounding);
        if (judged.verdict() == Verdict.MET) {
            assertThat(truth + rounding).as(judged::toString).isGreaterThanOrEqualTo(target);
        }
        if (judged.verdict() == Verdict.MISSED) {
            assertThat(truth).as(judged::toString).isLessThan(target + rounding);
        }
    }

    private static void quick(WindowCase each, Objective.Latency objective, ObjectiveJudged judged) {
        long truth = each.latencies[objective.quantile().rank(each.latencies.length) - 1];
        Interval interval = judged.measured().orElseThrow();
        assertThat(interval.lower().toNanos()).as(judged::toString).isLessThanOrEqualTo(truth);
        interval.upper()
                .ifPresent(upper ->
                        assertThat(upper.toNanos()).as(judged::toString).isGreaterThanOrEqualTo(truth));
        boolean within = truth <= objective.below().toNanos();
        if (judged.verdict() == Verdict.MET || judged.verdict() == Verdict.MISSED) {
            assertThat(judged.verdict() == Verdict.MET).as(judged::toString).isEqualTo(within);
        }
    }
}
