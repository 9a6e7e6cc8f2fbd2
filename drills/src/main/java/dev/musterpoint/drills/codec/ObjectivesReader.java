package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Objective.RecoveryTime.Subject;
import dev.musterpoint.drills.spec.ResidualErrors;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code objectives:}. */
final class ObjectivesReader {
    private static final Duration UNREAD = Duration.ofSeconds(1);
    private static final int LONGEST_RUN = 1_000_000;
    private static final List<String> KINDS = List.of(
            "recoveryTime",
            "redundancy",
            "recoveryPoint",
            "lostWrites",
            "availability",
            "latency",
            "capacity",
            "detection");

    private final Names probes;
    private final Map<String, FailureMode> modes;
    private final Names workloads;
    private final Names faults;
    private final Problems problems;

    /** @param modes how the services behind the probes usually fail */
    ObjectivesReader(Names probes, Map<String, FailureMode> modes, Names workloads, Names faults, Problems problems) {
        this.probes = probes;
        this.modes = modes;
        this.workloads = workloads;
        this.faults = faults;
        this.problems = problems;
    }

    List<Objective> read(List<Yaml> items) {
        return new NamedItems("objective", problems).read(items, this::read);
    }

    private Optional<Objective> read(Fields fields) {
        fields.require("name");
        String name = fields.line("name").orElse(Fields.MISSING);
        Optional<Objective> objective = Optional.empty();
        for (String kind : KINDS) {
            Optional<Objective> read = fields.mapping(kind).map(of -> read(kind, name, of));
            objective = objective.or(() -> read);
        }
        requireOneKind(fields);
        fields.finish();
        return objective;
    }

    private Objective read(String kind, String name, Fields fields) {
        return switch (kind) {
            case "recoveryTime" -> recoveryTime(name, fields, Subject.SERVICE);
            case "redundancy" -> recoveryTime(name, fields, Subject.REDUNDANCY);
            case "recoveryPoint" -> recoveryPoint(name, fields);
            case "lostWrites" -> lostWrites(name, fields);
            default -> new WindowObjectives(probes, workloads, problems).read(kind, name, fields);
        };
    }

    private void requireOneKind(Fields fields) {
        long kinds = KINDS.stream().filter(fields::has).count();
        if (kinds != 1) {
            String wrong = kinds == 0 ? " needs one of " : " must have only one of ";
            problems.add(fields.place(), fields.what() + wrong + String.join(", ", KINDS));
        }
    }

    private Objective recoveryTime(String name, Fields fields, Subject subject) {
        fields.require("within", "probes");
        Duration within = fields.positive("within").orElse(UNREAD);
        List<String> lanes = probes(fields);
        FailureMode mode = failure(fields).orElseGet(() -> usual(lanes));
        Confirmation confirm = fields.mapping("confirm")
                .map(of -> confirmation(of, mode.confirmation()))
                .orElse(mode.confirmation());
        Optional<String> from = from(fields);
        Optional<ResidualErrors> residual = fields.parsed("residualErrors", ResidualErrors::parse);
        fields.finish();
        return new Objective.RecoveryTime(name, within, lanes, mode, confirm, from, residual, subject);
    }

    private List<String> probes(Fields fields) {
        Set<String> lanes = new LinkedHashSet<>();
        for (Yaml.Scalar reference : fields.scalars("probes", fields.filledItems("probes"))) {
            if (probes.check(reference, problems) && !lanes.add(reference.text())) {
                problems.add(reference.place(), Quoted.of(reference.text()) + " is named twice");
            }
        }
        return List.copyOf(lanes);
    }

    private static Optional<FailureMode> failure(Fields fields) {
        return fields.choice("failure", List.of("partial", "total"))
                .map(written -> written.equals("partial") ? FailureMode.PARTIAL : FailureMode.TOTAL);
    }

    /** Partial when any of the probes watches a service that fails in parts: it asks for the longer proof. */
    private FailureMode usual(List<String> lanes) {
        boolean partial = lanes.stream().anyMatch(lane -> modes.get(lane) == FailureMode.PARTIAL);
        return partial ? FailureMode.PARTIAL : FailureMode.TOTAL;
    }

    private static Confirmation confirmation(Fields fields, Confirmation usual) {
        Confirmation confirmation = new Confirmation(
                fields.integer("run", 1, LONGEST_RUN).orElse(usual.run()),
                fields.integer("first", 1, LONGEST_RUN).orElse(usual.first()),
                fields.positive("over").orElse(usual.over()));
        fields.finish();
        return confirmation;
    }

    private Objective recoveryPoint(String name, Fields fields) {
        fields.require("within", "workload");
        Objective objective = new Objective.RecoveryPoint(
                name, fields.duration("within").orElse(Duration.ZERO), workload(fields), from(fields));
        fields.finish();
        return objective;
    }

    private Objective lostWrites(String name, Fields fields) {
        fields.require("atMost", "workload");
        Objective objective = new Objective.LostWrites(
                name, fields.integer("atMost", 0, Integer.MAX_VALUE).orElse(0), workload(fields), from(fields));
        fields.finish();
        return objective;
    }

    private String workload(Fields fields) {
        return fields.scalar("workload")
                .filter(reference -> workloads.check(reference, problems))
                .map(Yaml.Scalar::text)
                .orElse(Fields.MISSING);
    }

    private Optional<String> from(Fields fields) {
        return fields.scalar("from")
                .filter(reference -> faults.check(reference, problems))
                .map(Yaml.Scalar::text);
    }
}
