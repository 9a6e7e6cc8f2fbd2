package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What has changed between a plan that somebody reviewed and one made of the same drill now. */
public final class PlanDifference {
    private PlanDifference() {}

    /** The differences in words; empty when the reviewed plan is still what would run. When it was made does not count. */
    public static List<String> between(DrillPlan reviewed, DrillPlan now) {
        List<String> differences = new ArrayList<>();
        compare(
                differences,
                "the drill",
                reviewed.spec().metadata().name(),
                now.spec().metadata().name());
        compare(differences, "the drill file's digest", reviewed.specDigest(), now.specDigest());
        compare(differences, "the policy", reviewed.policy(), now.policy());
        compare(differences, "Musterpoint's version", reviewed.toolVersion(), now.toolVersion());
        compare(differences, "the targets", targets(reviewed), targets(now));
        compare(differences, "the runbook", reviewed.runbook(), now.runbook());
        compare(
                differences,
                "the fail-back",
                reviewed.spec().failback(),
                now.spec().failback());
        compareSteps(differences, reviewed.allSteps(), now.allSteps());
        if (differences.isEmpty() && !reviewed.spec().equals(now.spec())) {
            differences.add("the drill's content differs, for instance by a variable");
        }
        return List.copyOf(differences);
    }

    private static void compareSteps(List<String> differences, List<PlannedStep> reviewed, List<PlannedStep> now) {
        compare(differences, "the number of steps", reviewed.size(), now.size());
        for (int i = 0; i < Math.min(reviewed.size(), now.size()); i++) {
            if (!reviewed.get(i).equals(now.get(i))) {
                differences.add(
                        now.get(i).stage().noun() + " " + now.get(i).number() + " is not the one that was reviewed ('"
                                + reviewed.get(i).step().name() + "', now '"
                                + now.get(i).step().name() + "')");
            }
        }
    }

    private static void compare(List<String> differences, String what, Object reviewed, Object now) {
        if (!Objects.equals(reviewed, now)) {
            differences.add(what + ": reviewed as " + reviewed + ", now " + now);
        }
    }

    private static List<String> targets(DrillPlan plan) {
        List<String> targets = new ArrayList<>();
        for (PlannedFault fault : plan.faults()) {
            for (Target target : fault.targets()) {
                targets.add("fault " + fault.number() + ": " + target.id() + " (1 of " + target.groupSize() + ") "
                        + target.attributes());
            }
        }
        return targets;
    }
}
