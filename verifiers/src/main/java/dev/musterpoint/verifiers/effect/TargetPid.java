package dev.musterpoint.verifiers.effect;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Systems;
import java.util.Map;

/** The process id of a target, from the plan or, for a member of a system, from what the system turned out to be. */
final class TargetPid {
    private TargetPid() {}

    static long of(PlannedFault fault, Target target, Systems systems) throws InjectionException {
        String member = target.attributes().get("member");
        Map<String, String> facts = member == null
                ? target.attributes()
                : systems.get(fault.spec().system().orElse(target.group()))
                        .member(member)
                        .map(SystemFacts.Member::facts)
                        .orElse(Map.of());
        String pid = facts.get("pid");
        if (pid == null) {
            throw new InjectionException("no process id is known of " + target.id()
                    + ", so that nothing could prove the fault's effect on it");
        }
        return Long.parseLong(pid);
    }
}
