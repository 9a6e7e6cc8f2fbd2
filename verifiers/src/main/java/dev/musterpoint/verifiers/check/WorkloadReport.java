package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.ReignSeen;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.verifiers.check.writes.LaterReadBack;
import dev.musterpoint.verifiers.check.writes.WriteJudgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that was found on one workload.
 *
 * @param judgement empty when judging it failed
 * @param failure   why, in words; empty when it did not
 */
record WorkloadReport(String workload, Optional<WriteJudgement> judgement, String failure) {

    Optional<WritesSeen> seen() {
        return judgement.map(WriteJudgement::seen);
    }

    /** What each reign acknowledged and lost, of which one that a fail-back ended is one. */
    List<ReignSeen> reigns() {
        return judgement.map(WriteJudgement::reigns).orElse(List.of());
    }

    /** What a reader should know of it, whatever the objectives. */
    List<Issue> issues() {
        List<Issue> issues = new ArrayList<>();
        if (judgement.isEmpty()) {
            issues.add(issue("JUDGE_FAILED", Severity.CRITICAL, failure));
            return issues;
        }
        WritesSeen seen = judgement.get().seen();
        if (!seen.readBack()) {
            issues.add(issue("NEVER_READ_BACK", Severity.CRITICAL, "what was lost is not known"));
        }
        count(issues, seen.splitBrain(), "SPLIT_BRAIN", "acknowledged by a server whose reign was over");
        count(issues, seen.holes(), "LOSS_NOT_A_SUFFIX", "read back although written after some that are lost");
        count(issues, seen.phantom(), "PHANTOM_WRITES", "read back although they failed or were never attempted");
        count(issues, seen.duplicate(), "DUPLICATE_WRITES", "read back more than once");
        count(issues, seen.corrupt(), "CORRUPT_ROWS", "read back other than they were written; they do not survive");
        judgement.get().later().stream()
                .filter(later -> !later.isSame())
                .forEach(later -> issues.add(issue("READ_BACK_DIFFERS", Severity.CRITICAL, differences(later))));
        return issues;
    }

    private void count(List<Issue> issues, long count, String code, String what) {
        if (count > 0) {
            issues.add(issue(code, Severity.CRITICAL, count + " writes were " + what));
        }
    }

    private static String differences(LaterReadBack later) {
        return "read-back " + later.ordinal() + " differs from the first: " + later.vanished() + " writes vanished, "
                + later.appeared() + " appeared, " + later.lost() + " more acknowledged writes are lost";
    }

    private Issue issue(String code, Severity severity, String message) {
        return new Issue(code, severity, "workload '" + workload + "': " + message);
    }
}
