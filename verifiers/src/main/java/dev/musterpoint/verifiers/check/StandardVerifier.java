package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.Verifier;
import dev.musterpoint.drills.verdict.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges by the rules of ruleset {@code 2026-11}: recovery time, data loss, billing and a summary of every lane. A judge
 * that fails leaves a finding that carries no verdict, never an exception.
 */
public final class StandardVerifier implements Verifier {
    public static final String RULESET = "2026-11";

    @Override
    public String ruleset() {
        return RULESET;
    }

    /** The findings: objectives as the plan has them, then lanes, writes and bills, then issues. */
    @Override
    public List<Finding> verify(DrillPlan plan, EvidenceLog evidence) {
        try {
            return new Judging(plan, evidence, RunFacts.of(plan, evidence)).findings();
        } catch (RuntimeException e) {
            List<Finding> findings = new ArrayList<>();
            plan.spec().objectives().forEach(objective -> findings.add(Failed.objective(objective, e)));
            findings.add(Failed.issue("the run", e));
            return findings;
        }
    }
}
