package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Share;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds the faults of a plan against the limits of a policy, which are the same whatever the drill's own are. */
final class PolicyLimits {
    private static final String ANY_KIND = "targets";

    private final DrillPlan plan;
    private final PolicySnapshot policy;
    private final Refusals refusals;

    PolicyLimits(DrillPlan plan, PolicySnapshot policy, Refusals refusals) {
        this.plan = plan;
        this.policy = policy;
        this.refusals = refusals;
    }

    void check() {
        for (PlannedFault fault : plan.faults()) {
            String subject = "fault '" + fault.spec().name() + "'";
            policy.limits().longestFault().ifPresent(longest -> holdFor(subject, fault, longest));
            check(subject, "limits.perFault", policy.limits().perFault(), fault.targets());
        }
        List<Target> all = plan.faults().stream()
                .flatMap(fault -> fault.targets().stream())
                .distinct()
                .toList();
        check("the drill", "limits.perDrill", policy.limits().perDrill(), all);
    }

    private void holdFor(String subject, PlannedFault fault, Duration longest) {
        Duration holdFor = fault.spec().holdFor();
        if (holdFor.compareTo(longest) > 0) {
            refusals.policy(
                    subject,
                    "it may stand for " + Durations.format(holdFor) + ", and the longest that is allowed is "
                            + Durations.format(longest) + " (" + Rule.at(policy, "limits.longestFault")
                            + "); shorten 'holdFor'");
        }
    }

    private void check(String subject, String key, BlastRadius limit, List<Target> targets) {
        limit.counts().forEach((kind, most) -> {
            long selected = targets.stream()
                    .filter(target -> kind.equals(ANY_KIND) || kind.equals(target.kind()))
                    .count();
            if (selected > most) {
                refusals.policy(
                        subject,
                        "it selects " + selected + " " + kind + ", and at most " + most + " are allowed ("
                                + Rule.at(policy, key + "." + kind) + "); select fewer");
            }
        });
        limit.share().ifPresent(most -> share(subject, key, most, targets));
    }

    private void share(String subject, String key, Share most, List<Target> targets) {
        Map<String, List<Target>> groups = targets.stream().collect(Collectors.groupingBy(Target::group));
        groups.forEach((group, members) -> {
            int size = members.get(0).groupSize();
            Share selected = Share.of(Math.min(members.size(), size), size);
            if (selected.value() > most.value()) {
                refusals.policy(
                        subject,
                        "it selects " + members.size() + " of " + size + " in '" + group + "', " + selected
                                + ", and at most " + most + " is allowed (" + Rule.at(policy, key + ".share")
                                + "); select fewer");
            }
        });
    }
}
