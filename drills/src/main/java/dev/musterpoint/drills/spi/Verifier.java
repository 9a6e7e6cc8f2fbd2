package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Finding;
import java.util.List;

/** Judges a finished run. A pure function: the same plan and evidence give the same findings for ever. */
public interface Verifier {
    /** The released rules it judges by, such as {@code 2026-11}. */
    String ruleset();

    List<Finding> verify(DrillPlan plan, EvidenceLog evidence);
}
