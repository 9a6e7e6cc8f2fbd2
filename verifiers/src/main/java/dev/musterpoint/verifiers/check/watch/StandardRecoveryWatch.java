package dev.musterpoint.verifiers.check.watch;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.spi.RecoveryWatch;
import dev.musterpoint.verifiers.check.JudgedLane;
import dev.musterpoint.verifiers.check.Windows;
import dev.musterpoint.verifiers.check.lanes.Pauses;
import dev.musterpoint.verifiers.check.lanes.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The verdict's rules for recovery, applied while the run goes on. It confirms when every lane of every recovery-time
 * objective has its qualifying run, and all lanes are complete for {@code stableFor} after the last of these runs became
 * long enough, and to the end of every window that an objective is judged over. Without a proven failure on a lane it never confirms: an outage may still begin, so watching lasts as long
 * as it may.
 */
public final class StandardRecoveryWatch implements RecoveryWatch {
    private final Duration stableFor;
    private final Duration longest;
    private final boolean mayBeDown;
    /** How long after the first fault the last window ends that an objective is judged over. */
    private final Duration windows;

    private long faultAt = Long.MAX_VALUE;
    private final Pauses pauses = new Pauses();
    private final List<WatchedLane> lanes = new ArrayList<>();

    private StandardRecoveryWatch(DrillPlan plan) {
        stableFor = plan.spec().timing().stableFor();
        mayBeDown = plan.spec().trigger() == Trigger.DECLARED;
        longest = JudgedLane.longestWatch(plan.spec());
        windows = Windows.afterFault(plan.spec()).orElse(Duration.ZERO);
        JudgedLane.of(plan.spec())
                .forEach(judged -> lanes.add(new WatchedLane(judged, plan.spec().timing(), pauses)));
    }

    /** Makes watches by these rules. */
    public static RecoveryWatch.Factory factory() {
        return StandardRecoveryWatch::of;
    }

    /** A watch over the recovery-time objectives of {@code plan}. */
    public static StandardRecoveryWatch of(DrillPlan plan) {
        return new StandardRecoveryWatch(plan);
    }

    @Override
    public String baseline(Moment from, Moment to) {
        return lanes.stream()
                .filter(lane -> !lane.unsteady(from, to, mayBeDown).isEmpty())
                .map(lane -> "probe '" + lane.probe() + "': " + lane.unsteady(from, to, mayBeDown))
                .findFirst()
                .orElse("");
    }

    @Override
    public void faultStarted(String fault, Moment earliest) {
        faultAt = Math.min(faultAt, earliest.nanos());
        lanes.forEach(lane -> lane.faultStarted(fault, earliest));
    }

    @Override
    public void faultSkipped(String fault) {
        lanes.forEach(lane -> lane.faultSkipped(fault));
    }

    @Override
    public void observed(String probe, Observation observation) {
        lanesOf(probe).forEach(lane -> lane.observed(observation));
    }

    @Override
    public void paused(Pause pause) {
        pauses.add(pause);
        lanes.forEach(lane -> lane.paused(pause.from()));
    }

    @Override
    public void completeUntil(String probe, Moment until) {
        lanesOf(probe).forEach(lane -> lane.completeUntil(until));
    }

    private List<WatchedLane> lanesOf(String probe) {
        return lanes.stream().filter(lane -> lane.probe().equals(probe)).toList();
    }

    @Override
    public boolean confirmed() {
        List<Optional<Run>> runs = lanes.stream()
                .filter(WatchedLane::isAwaited)
                .map(WatchedLane::run)
                .toList();
        if (runs.isEmpty() || !runs.stream().allMatch(Optional::isPresent)) {
            return false;
        }
        long lastFrom = runs.stream()
                .mapToLong(run -> run.orElseThrow().lastFrom())
                .max()
                .orElseThrow();
        long stable = Math.max(lastFrom + stableFor.toNanos(), faultAt + windows.toNanos());
        return lanes.stream().allMatch(lane -> lane.completeUntil() > stable);
    }

    /** The qualifying run of every lane, in the order of objectives and their probes; empty where none is certain yet. */
    public List<Optional<Run>> runs() {
        return lanes.stream().map(WatchedLane::run).toList();
    }

    @Override
    public Duration longest() {
        return longest;
    }
}
