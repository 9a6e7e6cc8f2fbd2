package dev.musterpoint.verifiers.check.lint;

import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Guardrail;
import dev.musterpoint.drills.spec.Guardrail.Phase;
import dev.musterpoint.drills.spec.Objective;
import java.util.ArrayList;
import java.util.List;

/** Checks that no guardrail stops the drill for the very outage that the drill is there to measure. */
public final class GuardrailLint {
    private GuardrailLint() {}

    /** A warning for each guardrail on a probe whose recovery an objective times, while a fault may stand. */
    public static List<LintRemark> check(DrillSpec spec) {
        List<LintRemark> remarks = new ArrayList<>();
        for (Guardrail guardrail : spec.guardrails()) {
            spec.recoveryTimes().stream()
                    .filter(objective -> isWhileAFaultStands(guardrail) && expectsAnOutage(objective, guardrail))
                    .findFirst()
                    .ifPresent(objective -> remarks.add(remark(guardrail, objective)));
        }
        return List.copyOf(remarks);
    }

    private static boolean isWhileAFaultStands(Guardrail guardrail) {
        return guardrail.phases().contains(Phase.INJECTING)
                || guardrail.phases().contains(Phase.RESPONDING);
    }

    private static boolean expectsAnOutage(Objective.RecoveryTime objective, Guardrail guardrail) {
        return objective.probes().contains(guardrail.probe());
    }

    private static LintRemark remark(Guardrail guardrail, Objective objective) {
        return new LintRemark(
                "GUARDRAIL_ON_THE_OUTAGE",
                false,
                guardrail.probe(),
                "the guardrail on this probe (" + guardrail.limit() + ") watches what objective '" + objective.name()
                        + "' expects to fail: the drill may stop itself before recovery is measured; guard what the"
                        + " drill must not harm, or guard the baseline only (phases: [baseline])");
    }
}
