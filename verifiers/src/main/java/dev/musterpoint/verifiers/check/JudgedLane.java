package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.ResidualErrors;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.verifiers.check.lanes.Baseline;
import dev.musterpoint.verifiers.check.lanes.LaneRules;
import dev.musterpoint.verifiers.check.lanes.ResidualRate;
import java.time.Duration;
import java.util.List;

/** One lane of one recovery-time objective, with the numbers it is judged by. */
public record JudgedLane(Objective.RecoveryTime objective, ProbeSpec probe, LaneRules rules) {

    /** All lanes of all recovery-time objectives. @throws IllegalArgumentException when one names a probe that is not there */
    public static List<JudgedLane> of(DrillSpec spec) {
        return spec.recoveryTimes().stream()
                .flatMap(objective -> objective.probes().stream().map(name -> of(spec, objective, name)))
                .toList();
    }

    private static JudgedLane of(DrillSpec spec, Objective.RecoveryTime objective, String name) {
        ProbeSpec probe = spec.probes().get(name);
        if (probe == null) {
            throw new IllegalArgumentException("objective '" + objective.name() + "' names the probe '" + name
                    + "', which the drill does not have; name one of "
                    + spec.probes().keySet());
        }
        LaneRules rules = LaneRules.of(probe, spec.timing(), objective.confirm());
        double share = objective
                .residualErrors()
                .flatMap(ResidualErrors::declared)
                .map(Share::value)
                .orElse(0.0);
        return new JudgedLane(objective, probe, residual(rules, share, spec.timing()));
    }

    private static LaneRules residual(LaneRules rules, double share, Timing timing) {
        return rules.with(ResidualRate.of(share, rules.probes(timing.deadline())));
    }

    /** The same lane with the residual errors that its baseline shows, where the objective takes them from there. */
    public JudgedLane after(Baseline baseline, Timing timing) {
        boolean shown = objective
                .residualErrors()
                .filter(each -> each.declared().isEmpty())
                .isPresent();
        return shown ? new JudgedLane(objective, probe, residual(rules, baseline.residualShare(), timing)) : this;
    }

    /** How long after the first fault watching must end at the latest: the largest deadline + W + τ + jΔ/K. */
    public static Duration longestWatch(DrillSpec spec) {
        Duration deadline = spec.timing().deadline();
        return of(spec).stream()
                .map(lane -> lane.rules().watch(deadline))
                .max(Duration::compareTo)
                .orElse(deadline);
    }
}
