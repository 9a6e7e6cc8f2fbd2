package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.Evidence.BaselineSeen;
import dev.musterpoint.drills.evidence.Evidence.FailbackEnded;
import dev.musterpoint.drills.evidence.Evidence.ProblemMet;
import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.Evidence.RunStarted;
import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.ReignSeen;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the report's model, reading every stream of the evidence once. */
public final class ReportModelBuilder {
    private final DrillPlan plan;
    private final EvidenceLog log;
    private final Assessment assessment;
    private final RunFacts runFacts;
    private final JournalFacts facts;

    private ReportModelBuilder(DrillPlan plan, EvidenceLog log, Assessment assessment, RunFacts runFacts) {
        this.plan = plan;
        this.log = log;
        this.assessment = assessment;
        this.runFacts = runFacts;
        this.facts = JournalFacts.read(log);
    }

    /**
     * Reads a run.
     *
     * @throws java.io.UncheckedIOException when a stream cannot be read
     */
    public static ReportModel build(DrillPlan plan, EvidenceLog log, Assessment assessment, RunFacts runFacts) {
        return new ReportModelBuilder(plan, log, assessment, runFacts).build();
    }

    private ReportModel build() {
        PauseIndex pauses = PauseIndex.read(log);
        List<StepView> steps = Steps.of(plan, facts);
        List<StepView> around = Steps.around(plan, facts);
        Billing billing = Bills.of(plan, assessment, ChartReader.faultWindow(facts));
        return new ReportModel(
                plan,
                assessment,
                runFacts,
                cover(),
                Conclusions.of(plan, facts, assessment, steps, billing),
                facts.first(BaselineSeen.class)
                        .map(seen -> new Baseline(seen.steady(), seen.from(), seen.to(), seen.detail())),
                Timelines.of(facts),
                steps,
                around,
                billing,
                new DataLoss(
                        assessment.findings(WritesSeen.class),
                        facts.bodies(ReadBackTaken.class).toList()),
                Proofs.of(plan, facts),
                deviations(Stream.of(steps, Steps.ofFailback(plan, facts), around)
                        .flatMap(List::stream)
                        .toList()),
                new EvidenceManifest(
                        facts.journalLines(),
                        facts.recoveryLines(),
                        facts.bodies(SegmentClosed.class).toList()),
                new Method(
                        facts.first(RunStarted.class).map(RunStarted::clock),
                        pauses.summary(),
                        Limits.of(plan, facts, assessment)),
                failback(),
                NotedBySystems.of(facts),
                new ChartReader(plan, log, facts, pauses).read(assessment));
    }

    private Optional<FailbackView> failback() {
        return plan.spec().failback().map(runbook -> {
            Optional<FailbackEnded> ended = facts.first(FailbackEnded.class);
            return new FailbackView(
                    runbook,
                    ended.map(FailbackEnded::confirmed).orElse(false),
                    ended.map(FailbackEnded::reason).orElse(""),
                    Steps.ofFailback(plan, facts),
                    assessment.findings(ReignSeen.class));
        });
    }

    private Cover cover() {
        Optional<RunStarted> started = facts.first(RunStarted.class);
        List<Instant> times =
                facts.all().stream().map(JournalFacts.Fact::at).sorted().toList();
        return new Cover(
                times.stream().findFirst(),
                times.stream().reduce((earlier, later) -> later),
                facts.journalLines() == 0
                        ? Optional.empty()
                        : Optional.of(facts.end().minus(Moment.START)),
                started.map(RunStarted::by).orElse(""),
                started.map(RunStarted::planDigest).orElse(""),
                isSandboxed(plan));
    }

    /** Whether every target is in a sandbox; with no targets, whether policy allowed no others. */
    static boolean isSandboxed(DrillPlan plan) {
        List<PlannedFault> faults = plan.faults();
        return faults.stream().allMatch(fault -> fault.targets().isEmpty())
                ? !plan.policy().outsideSandbox()
                : faults.stream().flatMap(fault -> fault.targets().stream()).allMatch(target -> target.inSandbox());
    }

    private Deviations deviations(List<StepView> steps) {
        return new Deviations(
                assessment.findings(Issue.class).stream()
                        .sorted(Comparator.comparing(Issue::severity))
                        .toList(),
                facts.bodies(ProblemMet.class).toList(),
                steps.stream().filter(step -> !step.isDone()).toList());
    }
}
