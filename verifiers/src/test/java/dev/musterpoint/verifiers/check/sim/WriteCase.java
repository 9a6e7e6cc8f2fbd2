package dev.musterpoint.verifiers.check.sim;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.kit.RecordedEvidence;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A history as its ledger and read-backs tell it, and the truth it is to be judged against. */
final class WriteCase {
    static final String WORKLOAD = "ledger";

    final WriteScenario scenario;
    final WriteTruth truth;
    final RecordedEvidence evidence = new RecordedEvidence();
    final long target;
    final int atMost;
    final DrillPlan plan;

    WriteCase(WriteScenario scenario) {
        this.scenario = scenario;
        truth = new WriteTruth(scenario);
        Random64 random = scenario.random;
        long near = truth.longest == Long.MAX_VALUE ? scenario.end : truth.longest;
        target = Math.max(0, near + random.between(-near / 2, near / 2));
        atMost = random.chance(0.5) ? 0 : random.times(0, 2 * truth.lost.size());
        plan = new SamplePlan()
                .workload()
                .objective(new Objective.RecoveryPoint("point", Duration.ofNanos(target), WORKLOAD, Optional.empty()))
                .objective(new Objective.LostWrites("count", atMost, WORKLOAD))
                .build();
        recordJournal();
        recordLedger(random);
        recordRows(1, SimWrite::survives);
        if (scenario.read2From != Truth.NEVER) {
            recordRows(2, SimWrite::survivesFailBack);
        }
    }

    private void recordJournal() {
        fact(0, new Evidence.BaselineSeen(true, Moment.START, at(scenario.askedFor), ""));
        fact(
                scenario.effectSeen,
                new Evidence.InjectionReturned(
                        1, "db/primary", "undo", at(scenario.askedFor), at(scenario.askedFor), ""));
        fact(
                scenario.effectSeen,
                new Evidence.EffectSeen(1, "db/primary", at(scenario.end), at(scenario.effectSeen), ""));
        readBack(1, scenario.readFrom, scenario.readTo, scenario.serversKnown ? scenario.readServer : "");
        if (scenario.read2From != Truth.NEVER) {
            readBack(2, scenario.read2From, scenario.read2From, "p");
        }
        fact(scenario.readTo, new Evidence.RunEnded(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
    }

    private void readBack(int ordinal, long from, long to, String server) {
        fact(to, new Evidence.ReadBackTaken(WORKLOAD, ordinal, at(from), at(to), server, "rows", ""));
    }

    private void recordLedger(Random64 random) {
        List<SimWrite> shuffled = new ArrayList<>(scenario.writes);
        Collections.shuffle(shuffled, new java.util.Random(random.between(0, Long.MAX_VALUE - 1)));
        for (SimWrite each : shuffled) {
            evidence.ledger(WORKLOAD, new WriteAttempt(each.id(), at(each.a()), checksum(each.id())));
        }
        for (SimWrite each : shuffled) {
            if (each.c() != Truth.NEVER) {
                boolean named = each.outcome() == WriteOutcome.ACKNOWLEDGED
                        && scenario.serversKnown
                        && random.chance(scenario.serverShare);
                evidence.ledger(
                        WORKLOAD,
                        new WriteAnswer(each.id(), at(each.c()), each.outcome(), "", named ? each.server() : ""));
            }
        }
    }

    private void recordRows(int ordinal, Predicate<SimWrite> there) {
        scenario.writes.stream().filter(there).forEach(each -> row(ordinal, each.id()));
        scenario.strangers.forEach(id -> row(ordinal, id));
        scenario.twice.forEach(id -> row(ordinal, id));
    }

    private void row(int ordinal, WriteId id) {
        boolean intact = !scenario.corrupt.contains(id);
        evidence.row(WORKLOAD, ordinal, new ReadBackRow(id, checksum(id), intact));
    }

    private static String checksum(WriteId id) {
        return Integer.toHexString(id.hashCode());
    }

    private void fact(long moment, Evidence body) {
        evidence.fact(at(moment), body);
    }

    private static Moment at(long nanos) {
        return new Moment(nanos);
    }
}
