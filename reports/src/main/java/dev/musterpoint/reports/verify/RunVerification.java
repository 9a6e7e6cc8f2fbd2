package dev.musterpoint.reports.verify;

import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Assessment;
import java.util.Optional;
import java.util.function.BiFunction;

/** Verifies a run from its directory alone. Needs no network and no trust in the runner; changes nothing. */
public final class RunVerification {
    private final BiFunction<DrillPlan, EvidenceLog, Assessment> judge;

    /** @param judge a pure function: the rules that the run was judged by */
    public RunVerification(BiFunction<DrillPlan, EvidenceLog, Assessment> judge) {
        this.judge = judge;
    }

    /** Checks everything that can be checked; one problem keeps no other from being found. */
    public VerificationResult verify(RunDirectory run) {
        Findings findings = new Findings();
        RunChains chains = new RunChains(run, findings);
        findings.check("journal.jsonl", chains::check);
        if (chains.journal() == null || chains.recovery() == null) {
            return findings.result();
        }
        findings.check("journal.jsonl", () -> new SegmentCheck(run, findings).check(chains.segments()));
        ManifestCheck seal = new ManifestCheck(run, findings);
        findings.check("seal/manifest.json", () -> seal.check(chains));
        findings.check("plan.json", () -> assess(run, chains, findings));
        chains.started()
                .ifPresent(started -> findings.check(
                        "programme.jsonl", () -> new ProgrammeCheck(run, findings).check(started, seal.digests())));
        if (chains.neverBegan()) {
            findings.note(
                    "the runner died before its journal's first line: nothing was changed, and nothing is proven");
        }
        findings.note("unsigned: what is shown is that nothing changed since the run was sealed, not who sealed it");
        return findings.result();
    }

    /** Evidence that does not hold is not judged again: what would come of it means nothing. */
    private void assess(RunDirectory run, RunChains chains, Findings findings) {
        boolean holds = findings.isEmpty();
        Optional<DrillPlan> plan = new PlanCheck(run, findings).check(chains.started());
        if (holds && plan.isPresent()) {
            new AssessmentCheck(run, judge, findings).check(plan.get());
        } else {
            findings.note("the assessment was not made again, for the evidence it rests on does not hold");
        }
    }
}
