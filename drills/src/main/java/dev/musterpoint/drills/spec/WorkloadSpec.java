package dev.musterpoint.drills.spec;

import java.util.Objects;
import java.util.Optional;

/** What to write while the drill runs: a registered type, the system it writes to, and its parameters. */
public record WorkloadSpec(String name, String type, Optional<String> system, Params params) {
    public WorkloadSpec {
        Checks.text(name, "workload name");
        Checks.text(type, "workload type");
        Objects.requireNonNull(system);
        Objects.requireNonNull(params);
    }
}
