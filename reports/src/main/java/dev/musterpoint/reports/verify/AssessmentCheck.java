package dev.musterpoint.reports.verify;

import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Assessment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.BiFunction;

/** Judges the evidence again: the same plan and facts must give the very bytes that are stored. */
final class AssessmentCheck {
    private static final String FILE = "assessment.json";
    private static final String ADVICE =
            "judge it with the version named in plan.json, and trust no report made from it";

    private final RunDirectory run;
    private final BiFunction<DrillPlan, EvidenceLog, Assessment> judge;
    private final Findings findings;

    AssessmentCheck(RunDirectory run, BiFunction<DrillPlan, EvidenceLog, Assessment> judge, Findings findings) {
        this.run = run;
        this.judge = judge;
        this.findings = findings;
    }

    void check(DrillPlan plan) {
        if (!Files.isRegularFile(run.assessment())) {
            findings.note("the run was never judged: there is no assessment.json");
            return;
        }
        byte[] again;
        try {
            again = RunReader.encode(judge.apply(plan, new RunReader(run)));
        } catch (RuntimeException e) {
            findings.add(ProblemKind.NOT_REPRODUCIBLE, FILE, 0, "judging it again failed: " + e.getMessage(), ADVICE);
            return;
        }
        if (!Arrays.equals(again, stored())) {
            findings.add(
                    ProblemKind.NOT_REPRODUCIBLE, FILE, 0, "the evidence gives another assessment than this", ADVICE);
        }
    }

    private byte[] stored() {
        try {
            return Files.readAllBytes(run.assessment());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + run.assessment(), e);
        }
    }
}
