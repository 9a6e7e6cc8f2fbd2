package dev.musterpoint.verifiers.check.watch;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.verifiers.check.JudgedLane;
import dev.musterpoint.verifiers.check.lanes.Baseline;
import dev.musterpoint.verifiers.check.lanes.Classing;
import dev.musterpoint.verifiers.check.lanes.LaneColumns;
import dev.musterpoint.verifiers.check.lanes.Pauses;
import dev.musterpoint.verifiers.check.lanes.RecoveryFold;
import dev.musterpoint.verifiers.check.lanes.Run;
import dev.musterpoint.verifiers.check.lanes.Window;
import java.util.Optional;

/**
 * One lane of one objective while the run goes on. Observations are folded in order of actual start, as far as it is
 * certain that none is missing; when a fact comes late that changes what was folded, all is folded again.
 */
final class WatchedLane {
    private final JudgedLane planned;
    private final Timing timing;
    private final Classing classing;
    private final LaneColumns folded = new LaneColumns();
    private LaneColumns waiting = new LaneColumns();
    private JudgedLane judged;
    private long baselineFrom = Long.MAX_VALUE;
    private long baselineTo = Long.MIN_VALUE;
    private Optional<Window> window = Optional.empty();
    private Optional<RecoveryFold> fold = Optional.empty();
    private long foldedUntil = Long.MIN_VALUE;
    private long foldedEnd = Long.MIN_VALUE;
    private boolean awaited = true;

    WatchedLane(JudgedLane planned, Timing timing, Pauses pauses) {
        this.planned = planned;
        this.timing = timing;
        this.judged = planned;
        classing = new Classing(planned.rules().latencyBelow(), planned.rules().slack(), pauses);
    }

    String probe() {
        return judged.probe().name();
    }

    /** What was not steady between two moments, in words; empty when it was. Residual errors are taken from there. */
    String unsteady(Moment from, Moment to, boolean mayBeDown) {
        baselineFrom = from.nanos();
        baselineTo = to.nanos();
        Baseline baseline = baseline();
        judged = planned.after(baseline, timing);
        return baseline.unsteady(mayBeDown, judged.rules());
    }

    private Baseline baseline() {
        Baseline baseline = new Baseline(baselineFrom, baselineTo);
        for (LaneColumns rows : new LaneColumns[] {folded, waiting}) {
            for (int row = 0; row < rows.size(); row++) {
                long a = rows.start(row);
                long c = rows.end(row);
                baseline.accept(a, c, classing.of(rows.kind(row), a, c));
            }
        }
        return baseline;
    }

    /** T0⁻ of a fault. Recovery is counted from the one that the objective names, else from the first. */
    void faultStarted(String fault, Moment earliest) {
        Optional<String> from = judged.objective().from();
        boolean counts = from.isEmpty() || from.get().equals(fault);
        if (counts && window.map(known -> earliest.isBefore(known.earliest())).orElse(true)) {
            window = Optional.of(new Window(earliest, earliest, Window.Origin.ASKED_FOR));
            foldAgain();
        }
    }

    /** A fault will not come; when the objective counts from it, nothing is waited for. */
    void faultSkipped(String fault) {
        awaited &= !judged.objective().from().equals(Optional.of(fault));
    }

    boolean isAwaited() {
        return awaited;
    }

    void observed(Observation observation) {
        if (observation.started().nanos() >= foldedUntil) {
            waiting.add(observation);
        } else {
            folded.add(observation);
            foldAgain();
        }
        if (observation.ended().nanos() < baselineTo) {
            foldAgain();
        }
    }

    /** The runner paused; told late, it may turn failures already folded into nothing known. */
    void paused(Moment from) {
        if (from.nanos() <= foldedEnd) {
            foldAgain();
        }
    }

    /** Folds what started before {@code until}: none of it is missing. */
    void completeUntil(Moment until) {
        foldedUntil = Math.max(foldedUntil, until.nanos());
        LaneColumns later = new LaneColumns();
        for (int row : waiting.inOrderOfStart()) {
            if (waiting.start(row) < foldedUntil) {
                folded.addRow(waiting, row);
                fold(folded.size() - 1);
            } else {
                later.addRow(waiting, row);
            }
        }
        waiting = later;
    }

    private void fold(int row) {
        long a = folded.start(row);
        long c = folded.end(row);
        foldedEnd = Math.max(foldedEnd, c);
        fold.ifPresent(each -> each.accept(a, c, classing.of(folded.kind(row), a, c)));
    }

    private void foldAgain() {
        judged = baselineTo == Long.MIN_VALUE ? planned : planned.after(baseline(), timing);
        fold = window.map(each -> new RecoveryFold(judged.rules(), each));
        for (int row : folded.inOrderOfStart()) {
            fold(row);
        }
    }

    /** Up to when nothing is missing. */
    long completeUntil() {
        return foldedUntil;
    }

    /** The qualifying run, once it is certain. */
    Optional<Run> run() {
        return fold.flatMap(RecoveryFold::run);
    }
}
