package dev.musterpoint.reports.model;

import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Assessment;
import java.util.List;
import java.util.Optional;

/**
 * All that a report says. Its size depends on the plan and the journal, not on how much the probes saw.
 *
 * @param runFacts where the run lies and what its chains end in
 * @param steps    the runbook's steps, planned and actual; empty when there is no runbook
 * @param around   the steps of setup and teardown, which are not billed to the recovery
 * @param failback how the service was brought back; empty when the drill has no fail-back
 * @param noted    what systems noted themselves of the run
 * @param charts   what the charts draw
 */
public record ReportModel(
        DrillPlan plan,
        Assessment assessment,
        RunFacts runFacts,
        Cover cover,
        Conclusion conclusion,
        Optional<Baseline> baseline,
        Timeline timeline,
        List<StepView> steps,
        List<StepView> around,
        Billing billing,
        DataLoss dataLoss,
        FaultProof proof,
        Deviations deviations,
        EvidenceManifest manifest,
        Method method,
        Optional<FailbackView> failback,
        List<Noted> noted,
        ChartData charts) {
    public ReportModel {
        steps = List.copyOf(steps);
        around = List.copyOf(around);
        noted = List.copyOf(noted);
    }
}
