package dev.musterpoint.drills.spec;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A target the drill is judged against. */
public sealed interface Objective {
    String name();

    /** The name of the kind in drill files and machine output, such as {@code recoveryTime}. */
    String kind();

    /** RTO: the service answers again within {@code within}, on every one of {@code probes}. */
    record RecoveryTime(
            String name,
            Duration within,
            List<String> probes,
            FailureMode failure,
            Confirmation confirm,
            Optional<String> from)
            implements Objective {
        public RecoveryTime {
            Checks.text(name, "objective name");
            Checks.positive(within, "within");
            probes = List.copyOf(probes);
            Objects.requireNonNull(failure);
            Objects.requireNonNull(confirm);
            Objects.requireNonNull(from);
        }

        @Override
        public String kind() {
            return "recoveryTime";
        }
    }

    /** RPO: no more than {@code within} of acknowledged writes is lost. */
    record RecoveryPoint(String name, Duration within, String workload, Optional<String> from) implements Objective {
        public RecoveryPoint {
            Checks.text(name, "objective name");
            Checks.notNegative(within, "within");
            Checks.text(workload, "workload");
            Objects.requireNonNull(from);
        }

        @Override
        public String kind() {
            return "recoveryPoint";
        }
    }

    /** No more than {@code atMost} acknowledged writes are lost; at 0, "nothing is lost" is proven to within a gap of 1 s. */
    record LostWrites(String name, int atMost, String workload) implements Objective {
        public LostWrites {
            Checks.text(name, "objective name");
            Checks.atLeast(atMost, 0, "atMost");
            Checks.text(workload, "workload");
        }

        @Override
        public String kind() {
            return "lostWrites";
        }
    }
}
