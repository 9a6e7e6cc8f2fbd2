package dev.musterpoint.verifiers.check.sim;

import dev.musterpoint.drills.evidence.Evidence.ProbingStarted;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spec.During;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Quantile;
import dev.musterpoint.drills.spec.Rate;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.verifiers.check.StandardVerifier;
import dev.musterpoint.verifiers.check.sim.ProbeSim.Fate;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run of a family of outages, judged over a window; what truly became of each attempt that was due in it is known. */
final class WindowCase {
    private static final String PROBE = LaneCase.probeName(0);

    final LaneCase run;
    final During during;
    /** True latencies of the attempts due in the window, ascending; {@link Truth#NEVER} where no right answer came. */
    final long[] latencies;

    private final Random64 random;
    private final long from;
    private final long to;

    WindowCase(LaneFamily family, long index) {
        run = family.make(index);
        random = new Random64("window-" + family.name(), index);
        during = random.oneOf(List.of(During.values()));
        long asked = run.scenario.askedFor;
        from = during == During.FAULT ? asked : 0;
        to = during == During.BASELINE ? asked : asked + run.deadline.toNanos();
        run.evidence.fact(
                Moment.START,
                new ProbingStarted(
                        PROBE,
                        new Moment(run.scenario.first),
                        Duration.ofNanos(run.scenario.every),
                        run.scenario.perTick));
        latencies = truth();
    }

    /** Of attempts that were never made the script tells what would have become. */
    private long[] truth() {
        Map<Long, Long> made = new HashMap<>();
        for (Fate fate : run.fates.get(0)) {
            made.put(fate.tick() * run.scenario.perTick + fate.slot(), fate.latency());
        }
        Service service = run.scenario.lanes.get(0).service();
        long[] found = new long[(int) ((to - run.scenario.first) / run.scenario.every + 1) * run.scenario.perTick];
        int count = 0;
        for (long tick = 0; run.scenario.first + tick * run.scenario.every < to; tick++) {
            long due = run.scenario.first + tick * run.scenario.every;
            for (int slot = 0; due >= from && slot < run.scenario.perTick; slot++) {
                Long latency = made.get(tick * run.scenario.perTick + slot);
                found[count++] =
                        latency != null ? latency : service.reply(due, random).latencySince(due);
            }
        }
        long[] truth = Arrays.copyOf(found, count);
        Arrays.sort(truth);
        return truth;
    }

    long trulyGood() {
        return Arrays.stream(latencies)
                .filter(latency -> latency <= run.scenario.limit)
                .count();
    }

    double seconds() {
        return (to - from) / 1e9;
    }

    double share() {
        return (double) trulyGood() / latencies.length;
    }

    ObjectiveJudged judge(Objective objective) {
        return new StandardVerifier()
                .verify(run.sample().objective(objective).build(), run.evidence).stream()
                        .filter(ObjectiveJudged.class::isInstance)
                        .map(ObjectiveJudged.class::cast)
                        .findFirst()
                        .orElseThrow();
    }

    /** A target near the truth, or somewhere else. */
    private double near(double truth) {
        return random.chance(0.7) ? truth * (1 + (random.share() - 0.5) / 20) : truth * 2 * random.share();
    }

    Objective.Availability availability() {
        return new Objective.Availability("up", new Share(Math.min(1, near(share()))), PROBE, during);
    }

    Objective.Capacity capacity() {
        Rate rate = new Rate(Math.max(0.001, near(trulyGood() / seconds())));
        return new Objective.Capacity("carries", rate, Optional.of(PROBE), Optional.empty(), during);
    }

    Objective.Latency latency() {
        Quantile quantile = random.oneOf(List.of(Quantile.values()));
        long truth = latencies[quantile.rank(latencies.length) - 1];
        double target = truth == Truth.NEVER ? random.ms(1, 4000) : near(truth);
        return new Objective.Latency("quick", quantile, Duration.ofNanos((long) Math.max(1, target)), PROBE, during);
    }
}
