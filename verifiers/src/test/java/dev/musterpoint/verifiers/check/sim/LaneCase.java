package dev.musterpoint.verifiers.check.sim;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.kit.RecordedEvidence;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.verifiers.check.sim.ProbeSim.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** A scenario carried out: what the runner recorded of it, and the truth it is to be judged against. Nanoseconds. */
final class LaneCase {
    final Scenario scenario;
    final DrillPlan plan;
    final RecordedEvidence evidence = new RecordedEvidence();
    final List<List<Observation>> seen = new ArrayList<>();
    final List<List<Fate>> fates = new ArrayList<>();
    final List<Pause> pauses;
    final Duration deadline;
    final long target;
    final long watchEnd;
    private long baselineEnd;

    /** The recovery time; {@link Truth#NEVER} when the service does not come back. */
    final long truth;
    /** The same without the stretches that probing does not promise to see. */
    final long solidTruth;
    /** The same by the end of the last bad stretch that it does. */
    final long lasting;

    LaneCase(Scenario scenario) {
        this.scenario = scenario;
        Random64 random = scenario.random;
        long cursor = scenario.lanes.stream().mapToLong(Script::cursor).max().orElseThrow();
        deadline = Duration.ofNanos(cursor - scenario.askedFor + scenario.watchSpare);
        long full = scenario.askedFor
                + deadline.toNanos()
                + scenario.over
                + scenario.timeout
                + Math.floorDiv(scenario.confirm.first() * scenario.every, scenario.perTick)
                + scenario.longerRun()
                + 1;
        watchEnd = scenario.cutShort ? cursor - random.between(0, (cursor - scenario.fault) / 2) : full;
        truth = worst(service -> recovery(service.badStretches()));
        solidTruth = worst(service -> recovery(service.solidStretches(scenario.promised)));
        lasting = worst(service -> Truth.last(service.solidStretches(scenario.promised), scenario.fault, watchEnd));
        target = drawTarget(random);
        plan = sample().objective(new Objective.RecoveryTime(
                        "recovers",
                        Duration.ofNanos(target),
                        names(),
                        scenario.failure,
                        scenario.confirm,
                        Optional.empty(),
                        scenario.residualErrors))
                .build();
        pauses = scenario.standstills.detected(Scenario.THRESHOLD, Scenario.TICK, random);
        record(random);
    }

    private long recovery(List<Stretch> bad) {
        return Truth.recovery(bad, scenario.fault, scenario.over, watchEnd);
    }

    private long worst(ToLongFunction<Service> of) {
        return scenario.lanes.stream().map(Script::service).mapToLong(of).max().orElseThrow();
    }

    private long drawTarget(Random64 random) {
        long near = truth == Truth.NEVER ? watchEnd - scenario.fault : truth;
        long target = random.chance(0.6)
                ? near + random.between(-4 * scenario.every, 4 * scenario.every)
                : random.between(near / 3, near * 2 + Random64.S);
        return Math.max(target, Random64.MS);
    }

    /** When the baseline was over, as the engine saw it. */
    Moment baselineEnd() {
        return at(baselineEnd);
    }

    static String probeName(int lane) {
        return lane == 0 ? "write" : "lane-" + lane;
    }

    private List<String> names() {
        return IntStream.range(0, scenario.lanes.size())
                .mapToObj(LaneCase::probeName)
                .toList();
    }

    /** A plan of the drill that has no objective yet. */
    SamplePlan sample() {
        SamplePlan sample = new SamplePlan()
                .timing(new Timing(
                        Duration.ofSeconds(2),
                        deadline,
                        Duration.ZERO,
                        Duration.ofNanos(Scenario.THRESHOLD),
                        Duration.ofNanos(Scenario.TICK)))
                .fault("noop", Duration.ofSeconds(5), Duration.ofHours(1));
        for (String name : names()) {
            sample = name.equals(probeName(0)) ? sample.probe(probe(name)) : sample.alsoProbe(probe(name));
        }
        return scenario.injected ? sample : sample.trigger(Trigger.OBSERVED);
    }

    private ProbeSpec probe(String name) {
        return new ProbeSpec(
                name,
                "noop",
                Optional.of("db"),
                Duration.ofNanos(scenario.every),
                Duration.ofNanos(scenario.timeout),
                Duration.ofNanos(scenario.limit),
                scenario.perTick,
                scenario.inFlight,
                Params.NONE);
    }

    private void record(Random64 random) {
        baselineEnd = scenario.askedFor - random.between(0, 50 * Random64.MS);
        fact(baselineEnd, new Evidence.BaselineSeen(true, Moment.START, at(baselineEnd), ""));
        if (scenario.injected) {
            recordFault(random);
        } else {
            fact(baselineEnd, new Evidence.ResponseBegan(Trigger.OBSERVED, at(baselineEnd)));
        }
        fact(watchEnd, new Evidence.WatchEnded(false, "the watch is over"));
        if (scenario.removed < 0) {
            fact(watchEnd + scenario.timeout, new Evidence.UndoStarted("undo", "the watch is over"));
        }
        fact(watchEnd + 2 * scenario.timeout, new Evidence.RunEnded(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
        pauses.forEach(evidence::pause);
        for (int lane = 0; lane < scenario.lanes.size(); lane++) {
            String name = probeName(lane);
            Service service = scenario.lanes.get(lane).service();
            ProbeSim sim = new ProbeSim(probe(name), service, scenario.standstills, scenario.dropped, random);
            List<Observation> observations = sim.run(scenario.first, watchEnd + random.ms(0, 300));
            fates.add(sim.fates());
            observations.forEach(each -> evidence.observation(name, each));
            seen.add(observations);
        }
    }

    private void recordFault(Random64 random) {
        UndoRecord undo =
                new UndoRecord("undo", "noop", "db/primary", "mark", UndoKind.AUTO, Duration.ofHours(1), Map.of(), "");
        fact(scenario.askedFor, new Evidence.UndoPrepared(undo));
        long returned = random.between(scenario.askedFor, scenario.effectSeen);
        fact(
                returned,
                new Evidence.InjectionReturned(1, "db/primary", "undo", at(scenario.askedFor), at(returned), ""));
        if (scenario.provable) {
            fact(
                    scenario.effectSeen,
                    new Evidence.EffectSeen(1, "db/primary", at(scenario.fault), at(scenario.effectSeen), ""));
        }
        if (scenario.removed >= 0) {
            fact(scenario.removed, new Evidence.UndoStarted("undo", "held for long enough"));
        }
    }

    private void fact(long moment, Evidence body) {
        evidence.fact(at(moment), body);
    }

    private static Moment at(long nanos) {
        return new Moment(nanos);
    }
}
