package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.ProbeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Warns of drills that are correct and will measure badly. The rules are those of the measurement's design: they keep
 * the interval narrow against the target, and leave the watch time enough to reach a verdict.
 */
public final class DrillLint {
    private final DrillSpec spec;
    private final List<String> warnings = new ArrayList<>();

    private DrillLint(DrillSpec spec) {
        this.spec = spec;
    }

    /** The warnings, in the order of the drill's objectives; empty when there is nothing to say. */
    public static List<String> check(DrillSpec spec) {
        DrillLint lint = new DrillLint(spec);
        spec.probes().values().forEach(lint::probe);
        spec.recoveryTimes().forEach(lint::objective);
        return List.copyOf(lint.warnings);
    }

    /** τ ≥ ℓ + σ, and room for all attempts that wait for their timeout: K τ/Δ. */
    private void probe(ProbeSpec probe) {
        Duration least = probe.latencyBelow().plus(spec.timing().slack());
        if (probe.timeout().compareTo(least) < 0) {
            warn(
                    "probe '" + probe.name() + "'",
                    "its timeout of " + text(probe.timeout())
                            + " is shorter than latencyBelow and the runner's own slack, " + text(least)
                            + ": late answers could not be told from lost ones");
        }
        long waiting = waiting(probe);
        if (waiting > probe.inFlight()) {
            warn(
                    "probe '" + probe.name() + "'",
                    "up to " + waiting + " attempts can wait for their timeout at once, and " + probe.inFlight()
                            + " may be in flight: those beyond are not started and widen the interval;"
                            + " raise 'inFlight' or 'every', or lower 'timeout'");
        }
    }

    private static long waiting(ProbeSpec probe) {
        double ticks = Durations.seconds(probe.timeout()) / Durations.seconds(probe.every());
        double rounding = 1e-9;
        return (long) Math.ceil(probe.perTick() * ticks - rounding);
    }

    private void objective(Objective.RecoveryTime objective) {
        for (String lane : objective.probes()) {
            lane(objective, spec.probes().get(lane));
        }
    }

    private void lane(Objective.RecoveryTime objective, ProbeSpec probe) {
        String subject = "objective '" + objective.name() + "'";
        Duration over = objective.confirm().over();
        Duration leastOver = probe.latencyBelow().plus(probe.every().multipliedBy(5));
        if (over.compareTo(leastOver) < 0) {
            warn(
                    subject,
                    "confirm.over of " + text(over) + " is shorter than latencyBelow and five ticks of '" + probe.name()
                            + "', " + text(leastOver) + ": a service that still fails could pass as recovered");
        }
        Duration widestTick = objective.within().dividedBy(100);
        if (probe.every().compareTo(widestTick) > 0) {
            warn(
                    subject,
                    "'" + probe.name() + "' asks every " + text(probe.every())
                            + ", which is more than 1 % of the target; ask at least every " + text(widestTick));
        }
        deadline(subject, objective, probe);
    }

    /** deadline ≥ target + W + τ, and holdFor ≥ the watch, which lasts until deadline + W + τ + jΔ/K. */
    private void deadline(String subject, Objective.RecoveryTime objective, ProbeSpec probe) {
        Confirmation confirm = objective.confirm();
        Duration confirming = confirm.over().plus(probe.timeout());
        Duration least = objective.within().plus(confirming);
        if (spec.timing().deadline().compareTo(least) < 0) {
            warn(
                    subject,
                    "the deadline of " + text(spec.timing().deadline())
                            + " comes before target, confirm.over and timeout together, " + text(least)
                            + ": a recovery at the target could not be confirmed");
        }
        Duration edge = probe.every().multipliedBy(confirm.first()).dividedBy(probe.perTick());
        Duration watch = spec.timing().deadline().plus(confirming).plus(edge);
        for (FaultSpec fault : spec.faults()) {
            if (fault.holdFor().compareTo(watch) < 0) {
                warn(
                        "fault '" + fault.name() + "'",
                        "holdFor of " + text(fault.holdFor()) + " ends before the watch does, " + text(watch)
                                + ": a recovery after that is none, for the fault was taken away");
            }
        }
    }

    private void warn(String subject, String message) {
        String warning = subject + ": " + message;
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    private static String text(Duration duration) {
        return Durations.format(duration);
    }
}
