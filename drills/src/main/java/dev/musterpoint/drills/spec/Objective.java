package dev.musterpoint.drills.spec;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A target the drill is judged against. */
public sealed interface Objective {
    /** What an objective names in {@code from} that counts from the fail-back. */
    String FAILBACK = "failback";

    String name();

    /** The name of the kind in drill files and machine output, such as {@code recoveryTime}. */
    String kind();

    /** What it is measured on: probes, a workload, a runbook or a step of it, by name. */
    List<String> on();

    /** The event it counts from: a fault, or the fail-back; the first fault when empty. */
    default Optional<String> from() {
        return Optional.empty();
    }

    /** Whether it counts from the fail-back. */
    default boolean ofFailback() {
        return from().filter(FAILBACK::equals).isPresent();
    }

    /** The target, where it is a duration. */
    default Optional<Duration> target() {
        return Optional.empty();
    }

    /** The target, where it is the most that may be lost. */
    default Optional<Integer> most() {
        return Optional.empty();
    }

    /**
     * RTO: the service answers again within {@code within}, on every one of {@code probes}; or, by the same rules, what
     * carries it is at full strength again.
     *
     * @param residualErrors ε; empty when every failure counts
     * @param subject        what has to come back
     */
    record RecoveryTime(
            String name,
            Duration within,
            List<String> probes,
            FailureMode failure,
            Confirmation confirm,
            Optional<String> from,
            Optional<ResidualErrors> residualErrors,
            Subject subject)
            implements Objective {
        /** What has to come back. */
        public enum Subject {
            /** What users are served with: its time is the RTA. */
            SERVICE,
            /** Replicas, zones, standbys: until then users may be served well, and another fault would do harm. */
            REDUNDANCY
        }

        public RecoveryTime {
            Checks.text(name, "objective name");
            Checks.positive(within, "within");
            probes = List.copyOf(probes);
            Objects.requireNonNull(failure);
            Objects.requireNonNull(confirm);
            Objects.requireNonNull(from);
            Objects.requireNonNull(residualErrors);
            // What was stored before there was redundancy is of the service.
            subject = subject == null ? Subject.SERVICE : subject;
        }

        /** An objective for the service. */
        public RecoveryTime(
                String name,
                Duration within,
                List<String> probes,
                FailureMode failure,
                Confirmation confirm,
                Optional<String> from,
                Optional<ResidualErrors> residualErrors) {
            this(name, within, probes, failure, confirm, from, residualErrors, Subject.SERVICE);
        }

        /** An objective for the service, for which every failure counts. */
        public RecoveryTime(
                String name,
                Duration within,
                List<String> probes,
                FailureMode failure,
                Confirmation confirm,
                Optional<String> from) {
            this(name, within, probes, failure, confirm, from, Optional.empty());
        }

        public boolean isOfRedundancy() {
            return subject == Subject.REDUNDANCY;
        }

        @Override
        public String kind() {
            return isOfRedundancy() ? "redundancy" : "recoveryTime";
        }

        @Override
        public List<String> on() {
            return probes;
        }

        @Override
        public Optional<Duration> target() {
            return Optional.of(within);
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

        @Override
        public List<String> on() {
            return List.of(workload);
        }

        @Override
        public Optional<Duration> target() {
            return Optional.of(within);
        }
    }

    /**
     * No more than {@code atMost} acknowledged writes are lost; at 0, "nothing is lost" is proven to within a gap of 1 s.
     * With {@code from}, only those count that were lost by that event.
     */
    record LostWrites(String name, int atMost, String workload, Optional<String> from) implements Objective {
        public LostWrites {
            Checks.text(name, "objective name");
            Checks.atLeast(atMost, 0, "atMost");
            Checks.text(workload, "workload");
            // What was stored before it could name an event counts all.
            from = from == null ? Optional.empty() : from;
        }

        /** Counts all that was lost in the run. */
        public LostWrites(String name, int atMost, String workload) {
            this(name, atMost, workload, Optional.empty());
        }

        @Override
        public String kind() {
            return "lostWrites";
        }

        @Override
        public List<String> on() {
            return List.of(workload);
        }

        @Override
        public Optional<Integer> most() {
            return Optional.of(atMost);
        }
    }

    /** At least {@code atLeast} of the attempts due in a window are answered well. */
    record Availability(String name, Share atLeast, String probe, During during) implements Objective, Windowed {
        public Availability {
            Checks.text(name, "objective name");
            Objects.requireNonNull(atLeast);
            Checks.text(probe, "probe");
            Objects.requireNonNull(during);
        }

        @Override
        public String kind() {
            return "availability";
        }

        @Override
        public List<String> on() {
            return List.of(probe);
        }
    }

    /** A quantile of the latency of a window's attempts, counted from when each was due, is at most {@code below}. */
    record Latency(String name, Quantile quantile, Duration below, String probe, During during)
            implements Objective, Windowed {
        public Latency {
            Checks.text(name, "objective name");
            Objects.requireNonNull(quantile);
            Checks.positive(below, "below");
            Checks.text(probe, "probe");
            Objects.requireNonNull(during);
        }

        @Override
        public String kind() {
            return "latency";
        }

        @Override
        public List<String> on() {
            return List.of(probe);
        }

        @Override
        public Optional<Duration> target() {
            return Optional.of(below);
        }
    }

    /** At least {@code atLeast} good answers of a probe, or acknowledged writes of a workload: exactly one of the two. */
    record Capacity(String name, Rate atLeast, Optional<String> probe, Optional<String> workload, During during)
            implements Objective, Windowed {
        public Capacity {
            Checks.text(name, "objective name");
            Objects.requireNonNull(atLeast);
            Objects.requireNonNull(during);
            if (probe.isPresent() == workload.isPresent()) {
                throw new IllegalArgumentException("capacity is measured on a probe or on a workload");
            }
        }

        @Override
        public String kind() {
            return "capacity";
        }

        @Override
        public List<String> on() {
            return List.of(probe.or(() -> workload).orElseThrow());
        }
    }

    /** A step of the runbook, the one that notices, is done no later than {@code within} after the first fault. */
    record Detection(String name, Duration within, String step) implements Objective {
        public Detection {
            Checks.text(name, "objective name");
            Checks.positive(within, "within");
            Checks.text(step, "step");
        }

        @Override
        public String kind() {
            return "detection";
        }

        @Override
        public List<String> on() {
            return List.of(step);
        }

        @Override
        public Optional<Duration> target() {
            return Optional.of(within);
        }
    }

    /** Every step of {@code runbook} is done: what an exercise of it is judged by. No file says so. */
    record StepsDone(String name, String runbook) implements Objective {
        public StepsDone {
            Checks.text(name, "objective name");
            Checks.text(runbook, "runbook");
        }

        @Override
        public String kind() {
            return "stepsDone";
        }

        @Override
        public List<String> on() {
            return List.of(runbook);
        }
    }
}
