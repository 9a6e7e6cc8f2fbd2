package dev.musterpoint.verifiers.check.writes;

import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.verdict.Finding.ReignSeen;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.drills.verdict.Interval;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A workload's writes judged by all its read-backs: the first says what survived the fault, later ones what came after. */
public final class WriteJudgement {
    private final String workload;
    private final WriteHistory history;
    private final List<WriteSets> sets = new ArrayList<>();
    private final List<LaterReadBack> later = new ArrayList<>();
    private final BitSet lost = new BitSet();
    private WriteSets shown;
    private int told;

    private WriteJudgement(String workload, WriteHistory history) {
        this.workload = workload;
        this.history = history;
    }

    /** Judges {@code workload}; read-backs that failed, and those of other workloads, say nothing. */
    public static WriteJudgement of(
            String workload, EvidenceLog evidence, List<ReadBackTaken> taken, List<EndEvent> events) {
        WriteHistory history = new WriteHistory();
        evidence.ledger(workload, history::add);
        WriteJudgement judgement = new WriteJudgement(workload, history.join());
        ReadBack first = null;
        for (ReadBackTaken each : taken) {
            if (each.workload().equals(workload) && each.error().isEmpty()) {
                ReadBack readBack = new ReadBack(each);
                evidence.readBack(workload, each.ordinal(), readBack::add);
                readBack.join(history);
                first = first == null ? readBack : first;
                judgement.take(first, readBack, events);
            }
        }
        return judgement;
    }

    private void take(ReadBack first, ReadBack readBack, List<EndEvent> all) {
        // What ended a reign only after reading began says nothing of what was read.
        List<EndEvent> events = all.stream()
                .filter(event -> event.earliest() <= readBack.started())
                .toList();
        WriteSets next = new WriteSets(history, readBack, events);
        if (sets.isEmpty() || events.size() > told) {
            shown = next;
            told = events.size();
        }
        if (first != readBack) {
            later.add(LaterReadBack.between(history, first, sets.get(0).lost(), readBack, next.lost()));
        }
        sets.add(next);
        lost.or(next.lost());
    }

    /** Whether anything was read back. If not, what was lost is not known, and is not zero. */
    public boolean wasReadBack() {
        return !sets.isEmpty();
    }

    /** How many acknowledged writes any read-back missed. */
    public int lost() {
        return lost.cardinality();
    }

    /** As {@link #lost()}; of the reign that {@code event} ended, if one is named. */
    public int lost(Optional<String> event) {
        if (event.isEmpty()) {
            return lost();
        }
        BitSet ofReign = new BitSet();
        sets.forEach(each -> ofReign.or(each.lost(event.get())));
        return ofReign.cardinality();
    }

    /** Whether a read-back began at or after {@code moment}, in nanoseconds of the run's clock. */
    public boolean wasReadBackAfter(long moment) {
        return sets.stream().anyMatch(each -> each.started() >= moment);
    }

    /** What each reign acknowledged and lost, by the first read-back that knows of them all. */
    public List<ReignSeen> reigns() {
        return wasReadBack() ? shown.reigns(workload) : List.of();
    }

    /** The window of loss, the worst of all read-backs; of the reign that {@code event} ended, if one is named. */
    public Optional<Interval> lossWindow(Optional<String> event) {
        return sets.stream()
                .map(each -> event.map(each::lossWindow).orElseGet(each::lossWindow))
                .flatMap(Optional::stream)
                .reduce(Interval::worst);
    }

    /** The later read-backs, each compared with the first. */
    public List<LaterReadBack> later() {
        return List.copyOf(later);
    }

    /** The finding that shows the sets, by the first read-back after all that ended reigns. */
    public WritesSeen seen() {
        return wasReadBack() ? shown.seen(workload) : neverReadBack();
    }

    private WritesSeen neverReadBack() {
        return new WritesSeen(
                workload,
                false,
                history.size(),
                count(WriteOutcome.ACKNOWLEDGED),
                count(WriteOutcome.FAILED),
                count(WriteOutcome.UNKNOWN),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                Optional.empty());
    }

    private long count(WriteOutcome outcome) {
        long count = 0;
        for (int i = 0; i < history.size(); i++) {
            count += history.outcome(i) == outcome ? 1 : 0;
        }
        return count;
    }
}
