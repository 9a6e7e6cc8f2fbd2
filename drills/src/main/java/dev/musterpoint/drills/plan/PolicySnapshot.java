package dev.musterpoint.drills.plan;

import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.Checks;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The policy in force when the plan was made, whole: what drills may touch, how much of it, and when.
 *
 * @param source             where it is written, in words; for a file, its name
 * @param digest             SHA-256 of its file, in hexadecimal; empty for the built-in one
 * @param environments       the environments whose drills may run; empty for any
 * @param allowed            what may be touched outside a sandbox; nothing else may
 * @param protectedLabels    labels ({@code name} or {@code name=value}) whose bearers may not be touched
 * @param limits             hard limits, whatever a drill says
 * @param freezes            when no drill may run
 * @param windows            when drills may run; empty for whenever nothing is frozen
 */
public record PolicySnapshot(
        String source,
        String digest,
        List<String> environments,
        Allowed allowed,
        List<String> protectedLabels,
        Limits limits,
        List<FreezeWindow> freezes,
        List<WeeklyWindow> windows) {
    /** What holds when there is no policy file: drills may touch sandboxes only. */
    public static final PolicySnapshot BUILT_IN = new PolicySnapshot("built in: sandboxes only", false);

    public PolicySnapshot {
        Checks.text(source, "policy source");
        // A plan stored before there were policy files has the built-in one, of which it tells the source alone.
        digest = digest == null ? "" : digest;
        environments = environments == null ? List.of() : List.copyOf(environments);
        allowed = allowed == null ? Allowed.NOTHING : allowed;
        protectedLabels = protectedLabels == null ? List.of() : List.copyOf(protectedLabels);
        limits = limits == null ? Limits.NONE : limits;
        freezes = freezes == null ? List.of() : List.copyOf(freezes);
        windows = windows == null ? List.of() : List.copyOf(windows);
    }

    /** A policy that says of all things outside a sandbox the same: they may be touched, or not. Never of commands. */
    public PolicySnapshot(String source, boolean outsideSandbox) {
        this(
                source,
                "",
                List.of(),
                outsideSandbox ? Allowed.ANYTHING : Allowed.NOTHING,
                List.of(),
                Limits.NONE,
                List.of(),
                List.of());
    }

    /** Whether anything at all outside a sandbox may be touched. */
    public boolean outsideSandbox() {
        return !allowed.equals(Allowed.NOTHING);
    }

    /**
     * What may be touched outside a sandbox. In {@code targets}, {@code *} stands for any characters.
     *
     * @param systems  types of systems that workloads and steps may work on
     * @param targets  targets that faults may break, by their address ({@link Target#address})
     * @param commands programs that may be run, by their absolute path
     * @param hosts    hosts that may be sent requests: {@code host} for any port, or {@code host:port}
     */
    public record Allowed(List<String> systems, List<String> targets, List<String> commands, List<String> hosts) {
        static final Allowed NOTHING = new Allowed(List.of(), List.of(), List.of(), List.of());
        static final Allowed ANYTHING = new Allowed(List.of("*"), List.of("*"), List.of(), List.of());

        public Allowed {
            systems = List.copyOf(systems);
            targets = List.copyOf(targets);
            commands = List.copyOf(commands);
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * Hard limits. The kind {@code targets} counts targets of every kind.
     *
     * @param perFault     of one fault
     * @param perDrill     of all faults of a drill together
     * @param longestFault the longest a fault may be allowed to stand
     * @param guarded      whether a drill needs guardrails, which stop it
     */
    public record Limits(BlastRadius perFault, BlastRadius perDrill, Optional<Duration> longestFault, boolean guarded) {
        static final Limits NONE = new Limits(BlastRadius.UNSTATED, BlastRadius.UNSTATED, Optional.empty(), false);

        public Limits {
            Objects.requireNonNull(perFault);
            Objects.requireNonNull(perDrill);
            longestFault.ifPresent(longest -> Checks.positive(longest, "longestFault"));
        }
    }
}
