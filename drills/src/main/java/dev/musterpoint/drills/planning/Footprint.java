package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.WorkloadSpec;
import java.util.Map;

/** What a drill changes beside its faults' targets: where workloads write, and where steps act. */
final class Footprint {
    private Footprint() {}

    /** A workload makes a table and writes to it, which is a change like any other. */
    static void checkWorkloads(
            DrillSpec spec, Map<String, SystemFacts> systems, PolicySnapshot policy, Refusals refusals) {
        for (WorkloadSpec workload : spec.workloads().values()) {
            workload.system()
                    .map(systems::get)
                    .ifPresent(facts -> requireAllowed(facts, "workload '" + workload.name() + "'", policy, refusals));
        }
    }

    static void requireAllowed(SystemFacts facts, String subject, PolicySnapshot policy, Refusals refusals) {
        if (!facts.sandbox() && !policy.outsideSandbox()) {
            refusals.policy(
                    subject,
                    "it works on '" + facts.name() + "', which is outside a sandbox, and the policy (" + policy.source()
                            + ") does not allow that");
        }
    }
}
