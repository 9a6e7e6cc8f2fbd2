package dev.musterpoint.verifiers.check.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.verifiers.check.JudgedLane;
import dev.musterpoint.verifiers.check.lanes.Classing;
import dev.musterpoint.verifiers.check.lanes.Lane;
import dev.musterpoint.verifiers.check.lanes.LaneColumns;
import dev.musterpoint.verifiers.check.lanes.LaneRules;
import dev.musterpoint.verifiers.check.lanes.Pauses;
import dev.musterpoint.verifiers.check.lanes.Recovery;
import dev.musterpoint.verifiers.check.lanes.Run;
import dev.musterpoint.verifiers.check.lanes.Window;
import dev.musterpoint.verifiers.check.sim.LaneFamily.Trait;
import dev.musterpoint.verifiers.check.watch.StandardRecoveryWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is confirmed while the run goes on is what the verdict finds afterwards, and at the same moment. */
@Execution(ExecutionMode.CONCURRENT)
class OnlineOfflineTests {
    @TestFactory
    Stream<DynamicTest> watchesAsItJudges() {
        return LaneFamilies.all().stream()
                .filter(family -> family.make(0).scenario.injected)
                .map(family -> DynamicTest.dynamicTest(family.name(), () -> watchesAsItJudges(family)));
    }

    private static void watchesAsItJudges(LaneFamily family) {
        AtomicInteger confirmed = new AtomicInteger();
        Cases.run(family.name(), index -> confirmed.addAndGet(watchesAsItJudges(family.make(index)) ? 1 : 0));
        if (Cases.count() > 1 && family.is(Trait.SHARP) && !family.name().equals("no-outage")) {
            assertThat(confirmed.get()).as("confirmed").isGreaterThan(Cases.count() / 2);
        }
    }

    private static boolean watchesAsItJudges(LaneCase each) {
        StandardRecoveryWatch watch = StandardRecoveryWatch.of(each.plan);
        OnlineSim online = new OnlineSim(each, watch);
        long moment = each.scenario.askedFor;
        while (!watch.confirmed() && moment < each.watchEnd) {
            moment += each.scenario.random.ms(1, 400);
            online.tellUntil(moment);
            if (watch.confirmed() || each.scenario.random.chance(0.04)) {
                assertThat(watch.runs()).isEqualTo(runsOfWhatStartedBefore(each, online, moment));
            }
        }
        if (watch.confirmed()) {
            assertThat(runsAtTheEnd(each)).as("by all the evidence").isEqualTo(watch.runs());
        }
        return watch.confirmed();
    }

    /** By what is complete; without a proven failure no run is certain. */
    private static List<Optional<Run>> runsOfWhatStartedBefore(LaneCase each, OnlineSim online, long moment) {
        List<Optional<Run>> runs = new ArrayList<>();
        for (int lane = 0; lane < each.seen.size(); lane++) {
            long until = online.completeUntil(lane, moment);
            Recovery recovery = recovery(each, lane, online.pauses(), until);
            boolean certain = recovery.shape() == Recovery.Shape.OUTAGE;
            runs.add(certain ? recovery.run() : Optional.empty());
        }
        return runs;
    }

    private static List<Optional<Run>> runsAtTheEnd(LaneCase each) {
        List<Optional<Run>> runs = new ArrayList<>();
        for (int lane = 0; lane < each.seen.size(); lane++) {
            runs.add(recovery(each, lane, each.pauses, Long.MAX_VALUE).run());
        }
        return runs;
    }

    private static Recovery recovery(LaneCase each, int lane, List<Pause> told, long until) {
        JudgedLane judged = JudgedLane.of(each.plan.spec()).get(lane);
        Pauses pauses = new Pauses();
        told.forEach(pauses::add);
        LaneColumns columns = new LaneColumns();
        for (Observation observation : each.seen.get(lane)) {
            if (observation.started().nanos() < until) {
                columns.add(observation);
            }
        }
        Moment asked = new Moment(each.scenario.askedFor);
        LaneRules planned = judged.rules();
        Lane seen = new Lane(columns, new Classing(planned.latencyBelow(), planned.slack(), pauses));
        LaneRules rules = judged.after(
                        seen.baseline(0, each.baselineEnd().nanos()),
                        each.plan.spec().timing())
                .rules();
        return seen.recovery(rules, new Window(asked, asked, Window.Origin.ASKED_FOR), Long.MAX_VALUE);
    }
}
