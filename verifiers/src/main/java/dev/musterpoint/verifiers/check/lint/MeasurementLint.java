package dev.musterpoint.verifiers.check.lint;

import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.verifiers.check.JudgedLane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Says before a run what its measurement could not show. An error means that no run of the drill could carry a verdict, or
 * that one could be wrong; a warning, that some outcomes could not be told apart or the interval will be wide.
 */
public final class MeasurementLint {
    private MeasurementLint() {}

    /** Remarks on a drill all of whose faults the runner takes away again. */
    public static List<LintRemark> check(DrillSpec spec) {
        return check(spec, fault -> true);
    }

    /**
     * Remarks on a drill.
     *
     * @param removed which faults the runner takes away again (undo {@code AUTO} or {@code IF}); only for these does it
     *     matter how long they are held
     */
    public static List<LintRemark> check(DrillSpec spec, Predicate<FaultSpec> removed) {
        List<LintRemark> remarks = new ArrayList<>();
        for (JudgedLane lane : JudgedLane.of(spec)) {
            remarks.addAll(LaneLint.check(lane, spec.timing()));
        }
        spec.faults().stream()
                .filter(removed)
                .flatMap(fault -> hold(spec, fault).stream())
                .forEach(remarks::add);
        remarks.addAll(WindowLint.check(spec));
        remarks.addAll(GuardrailLint.check(spec));
        return List.copyOf(remarks);
    }

    /** A service that comes back because the fault was taken away has not failed over. */
    private static Optional<LintRemark> hold(DrillSpec spec, FaultSpec fault) {
        Duration watch = JudgedLane.longestWatch(spec);
        if (fault.holdFor().compareTo(watch) >= 0) {
            return Optional.empty();
        }
        boolean never = JudgedLane.of(spec).stream()
                .anyMatch(lane -> fault.holdFor().toNanos() < lane.rules().over());
        String consequence =
                never ? "no recovery can be confirmed before it is taken away" : "a recovery after that does not count";
        return Optional.of(new LintRemark(
                "HOLD_TOO_SHORT",
                never,
                fault.name(),
                "holdFor is " + Durations.format(fault.holdFor()) + ", but recovery may be watched for "
                        + Durations.format(watch) + ": " + consequence + "; hold the fault for at least the watch"));
    }
}
