package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.ProbingStarted;
import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.verdict.Assessment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sums the long streams up for the charts, going through each of them once. */
final class ChartReader {
    /** Buckets of the whole run: about one for each pixel pair of a printed page's width. */
    private static final int BUCKETS = 360;

    private static final Duration WRITES_BUCKET = Duration.ofMillis(250);

    private final DrillPlan plan;
    private final EvidenceLog log;
    private final JournalFacts facts;
    private final PauseIndex pauses;
    private final Optional<ChartData.FaultWindow> fault;
    private Moment end;

    ChartReader(DrillPlan plan, EvidenceLog log, JournalFacts facts, PauseIndex pauses) {
        this.plan = plan;
        this.log = log;
        this.facts = facts;
        this.pauses = pauses;
        this.fault = faultWindow(facts);
        this.end = facts.end();
    }

    ChartData read(Assessment assessment) {
        Closeness close = Closeness.around(fault, OfResponse.judged(plan, assessment));
        List<ChartData.Lane> lanes = plan.spec().probes().values().stream()
                .map(probe -> lane(probe, close))
                .toList();
        List<ChartData.Writes> writes =
                plan.spec().workloads().keySet().stream().map(this::writes).toList();
        return new ChartData(fault, end, lanes, writes);
    }

    /** When the first fault acted; empty when none was asked for. */
    static Optional<ChartData.FaultWindow> faultWindow(JournalFacts facts) {
        Optional<InjectionReturned> first = facts.first(InjectionReturned.class);
        return first.map(injection -> new ChartData.FaultWindow(
                injection.started(),
                facts.bodies(EffectSeen.class)
                        .filter(seen -> seen.fault() == injection.fault())
                        .findFirst()
                        .map(EffectSeen::returned)));
    }

    private ChartData.Lane lane(ProbeSpec probe, Closeness close) {
        Classing classing = new Classing(probe, plan.spec().timing().slack(), pauses);
        Moment first = facts.bodies(ProbingStarted.class)
                .filter(started -> started.probe().equals(probe.name()))
                .findFirst()
                .map(ProbingStarted::first)
                .orElse(Moment.START);
        // Half a tick early, so that an attempt that starts a little off its due time stays in its own bucket.
        Moment origin = new Moment(first.nanos() - probe.every().toNanos() / 2);
        GrowingSeries whole = new GrowingSeries(origin, probe.every(), BUCKETS);
        GrowingSeries detail = new GrowingSeries(close.origin(origin, probe.every()), probe.every(), BUCKETS);
        log.observations(probe.name(), seen -> {
            int kind = classing.of(seen);
            whole.count(seen.started(), kind);
            if (close.covers(seen.started())) {
                detail.count(seen.started(), kind);
            }
            reach(seen.ended());
        });
        return new ChartData.Lane(probe.name(), whole.series(), detail.series());
    }

    private void reach(Moment moment) {
        if (moment.isAfter(end)) {
            end = moment;
        }
    }

    private ChartData.Writes writes(String workload) {
        List<Snapshot> snapshots = facts.bodies(ReadBackTaken.class)
                .filter(read -> read.workload().equals(workload) && read.error().isEmpty())
                .map(this::snapshot)
                .toList();
        GrowingSeries series = new GrowingSeries(Moment.START, WRITES_BUCKET, BUCKETS);
        log.ledger(workload, line -> {
            if (line instanceof LedgerLine.WriteAnswer answer) {
                series.count(answer.ended(), kindOf(answer, snapshots));
                reach(answer.ended());
            }
        });
        return new ChartData.Writes(workload, series.series(), !snapshots.isEmpty());
    }

    /** What one read-back found, and when it began. */
    private record Snapshot(Moment started, WriteIdSet present) {
        boolean misses(LedgerLine.WriteAnswer answer) {
            return !answer.ended().isAfter(started) && !present.contains(answer.id());
        }
    }

    private Snapshot snapshot(ReadBackTaken read) {
        WriteIdSet present = new WriteIdSet();
        log.readBack(read.workload(), read.ordinal(), row -> present.add(row.id()));
        return new Snapshot(read.started(), present);
    }

    /** 0: acknowledged, 1: acknowledged before a read-back began that misses it, 2: not acknowledged. */
    private static int kindOf(LedgerLine.WriteAnswer answer, List<Snapshot> snapshots) {
        if (answer.outcome() != WriteOutcome.ACKNOWLEDGED) {
            return 2;
        }
        return snapshots.stream().anyMatch(snapshot -> snapshot.misses(answer)) ? 1 : 0;
    }
}
