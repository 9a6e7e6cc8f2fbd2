package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Systems;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Finds the process that a planned target names, and makes sure that it is the one that was meant. */
final class TargetProcess {
    /**
     * Java computes a process's start from the time of boot in whole seconds, so two Javas may differ by one. A process id
     * does not come round within two seconds.
     */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private TargetProcess() {}

    static ProcessEntry find(Target target, Systems systems, ProcessTable table) throws InjectionException {
        Map<String, String> facts =
                target.attributes().containsKey("member") ? member(target, systems) : target.attributes();
        long pid = Long.parseLong(facts.get("pid"));
        OwnProcesses.refuse(pid);
        ProcessEntry found = table.find(pid)
                .filter(entry -> !entry.isGone())
                .orElseThrow(() -> new InjectionException(target.id() + " (pid " + pid + ") is not running"));
        if (!startedAt(pid, Instant.parse(facts.get("startedAt")))) {
            throw new InjectionException(
                    target.id() + ": pid " + pid + " is another process by now; plan the drill again");
        }
        return found;
    }

    private static Map<String, String> member(Target target, Systems systems) throws InjectionException {
        String member = target.attributes().get("member");
        Map<String, String> facts = systems.get(target.group())
                .member(member)
                .map(SystemFacts.Member::facts)
                .orElse(Map.of());
        if (!facts.containsKey("pid")) {
            throw new InjectionException("no process id is known of " + target.id());
        }
        return facts;
    }

    private static boolean startedAt(long pid, Instant expected) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .filter(found -> Duration.between(expected, found).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }
}
