package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Merges the lanes of a recovery-time objective: the worst verdict, the largest lower and the largest upper bound. */
final class RecoveryTimeCheck {
    private RecoveryTimeCheck() {}

    static ObjectiveJudged judge(Objective.RecoveryTime objective, RunFacts facts, List<LaneVerdict> lanes) {
        Verdict worst = Verdict.worst(lanes.stream().map(LaneVerdict::verdict).toList());
        Verdict verdict = facts.unproven().isEmpty() ? worst : Verdict.worst(List.of(worst, Verdict.NO_EFFECT));
        boolean anything = lanes.stream().anyMatch(lane -> lane.measured().isPresent());
        Optional<Interval> measured =
                lanes.stream().map(LaneVerdict::atLeast).reduce(Interval::worst).filter(interval -> anything);
        return new ObjectiveJudged(
                objective.name(),
                objective.kind(),
                verdict,
                Optional.of(objective.within()),
                Optional.empty(),
                measured,
                because(facts, lanes, worst, verdict),
                lanes.stream().flatMap(lane -> lane.arithmetic().stream()).toList());
    }

    private static String because(RunFacts facts, List<LaneVerdict> lanes, Verdict worst, Verdict verdict) {
        if (verdict != worst) {
            return "the effect of " + facts.unproven() + " was not seen: not all that was planned was tested";
        }
        return lanes.stream()
                .filter(lane -> lane.verdict() == worst)
                .max(Comparator.comparing(LaneVerdict::atLeast, RecoveryTimeCheck::compare))
                .map(lane -> lanes.size() == 1 ? lane.because() : "probe '" + lane.probe() + "': " + lane.because())
                .orElse("no probe is named: nothing was measured");
    }

    /** The later upper bound is the worse, an open one the worst; between equals, the later lower bound. */
    private static int compare(Interval left, Interval right) {
        Duration open = Duration.ofSeconds(Long.MAX_VALUE);
        int byUpper = left.upper().orElse(open).compareTo(right.upper().orElse(open));
        return byUpper != 0 ? byUpper : left.lower().compareTo(right.lower());
    }
}
