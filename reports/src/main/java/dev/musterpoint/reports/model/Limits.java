package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.LaneSeen;
import dev.musterpoint.drills.verdict.Finding.TimeBilled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says what a run does not show, so that nobody reads more out of it than is in it. */
final class Limits {
    private final DrillPlan plan;
    private final JournalFacts facts;
    private final Assessment assessment;
    private final List<String> limits = new ArrayList<>();

    private Limits(DrillPlan plan, JournalFacts facts, Assessment assessment) {
        this.plan = plan;
        this.facts = facts;
        this.assessment = assessment;
    }

    static List<String> of(DrillPlan plan, JournalFacts facts, Assessment assessment) {
        Limits limits = new Limits(plan, facts, assessment);
        limits.surroundings();
        limits.outages();
        limits.partialFailure();
        limits.writes();
        limits.billing();
        limits.limits.add("One run shows what happened once. It does not say how often the same would happen again.");
        return List.copyOf(limits.limits);
    }

    private void surroundings() {
        if (ReportModelBuilder.isSandboxed(plan)) {
            limits.add("The drill ran in a sandbox. It evidences nothing for a real environment.");
        }
    }

    private void outages() {
        plan.spec().probes().values().stream()
                .map(ProbeSpec::every)
                .max(Duration::compareTo)
                .ifPresent(every -> limits.add("Failures shorter than " + Figures.duration(every.multipliedBy(2))
                        + " (2Δ of the slowest probe) can pass between two attempts unseen."));
        if (assessment.findings(LaneSeen.class).isEmpty()) {
            limits.add("What the probes saw was not judged, so nothing is said of recovery time, outages or latency.");
        }
    }

    private void partialFailure() {
        boolean total = plan.spec().recoveryTimes().stream().anyMatch(o -> o.failure() == FailureMode.TOTAL);
        if (total) {
            limits.add(
                    "The service is taken to answer or not to answer as a whole (failure: total). A service that fails"
                            + " only some of its requests could be called back too early.");
        }
        plan.spec().recoveryTimes().stream()
                .filter(o -> o.failure() == FailureMode.PARTIAL)
                .findFirst()
                .ifPresent(this::residual);
    }

    /** From j = ⌈ln α / ln(1−q*)⌉ with α = 10⁻³: the share q* = 1 − α^(1/j) that j good answers in a row rule out. */
    private void residual(Objective.RecoveryTime objective) {
        double share = 1 - Math.pow(1e-3, 1.0 / objective.confirm().first());
        limits.add("A service that still fails fewer than " + Figures.share(share)
                + " of its requests (q*) can be called back; one that fails more is, with an error of α = 0.1"
                + Figures.NBSP + "% at most.");
    }

    private void writes() {
        if (plan.spec().workloads().isEmpty()) {
            limits.add("No workload wrote while the drill ran, so nothing is said of data loss.");
            return;
        }
        boolean readBack = facts.bodies(ReadBackTaken.class)
                .anyMatch(taken -> taken.error().isEmpty());
        limits.add(
                readBack
                        ? "Data loss is measured on the drill's own writes, through the path they took. Other data was not"
                                + " compared."
                        : "The workload's rows were never read back, so what was lost is unknown, not zero.");
    }

    private void billing() {
        if (assessment.findings(TimeBilled.class).isEmpty()) {
            limits.add("Recovery time was not billed by step.");
        }
    }
}
