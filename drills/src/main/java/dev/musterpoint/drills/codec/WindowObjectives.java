package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.During;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Quantile;
import dev.musterpoint.drills.spec.Rate;
import dev.musterpoint.drills.spec.Share;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the objectives on how a window of the run went, and on when the fault was noticed. */
final class WindowObjectives {
    private static final Duration UNREAD = Duration.ofSeconds(1);
    private static final Share UNREAD_SHARE = new Share(1);
    private static final Rate UNREAD_RATE = new Rate(1);
    private static final List<String> DURING =
            Arrays.stream(During.values()).map(During::written).toList();
    private static final List<String> QUANTILES =
            Arrays.stream(Quantile.values()).map(Quantile::written).toList();

    private final Names probes;
    private final Names workloads;
    private final Problems problems;
    private final Scalars scalars;

    WindowObjectives(Names probes, Names workloads, Problems problems) {
        this.probes = probes;
        this.workloads = workloads;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    Objective read(String kind, String name, Fields fields) {
        Objective objective =
                switch (kind) {
                    case "availability" -> availability(name, fields);
                    case "latency" -> latency(name, fields);
                    case "capacity" -> capacity(name, fields);
                    case "detection" -> detection(name, fields);
                    default -> throw new IllegalArgumentException(kind);
                };
        fields.finish();
        return objective;
    }

    private Objective availability(String name, Fields fields) {
        fields.require("atLeast", "probe", "during");
        Share atLeast = fields.scalar("atLeast")
                .flatMap(scalar -> scalars.share("atLeast", scalar))
                .orElse(UNREAD_SHARE);
        return new Objective.Availability(name, atLeast, probe(fields).orElse(Fields.MISSING), during(fields));
    }

    private Objective latency(String name, Fields fields) {
        fields.require("quantile", "below", "probe", "during");
        Quantile quantile = fields.choice("quantile", QUANTILES)
                .map(written -> Quantile.valueOf(written.toUpperCase(Locale.ROOT)))
                .orElse(Quantile.P99);
        Duration below = fields.positive("below").orElse(UNREAD);
        return new Objective.Latency(name, quantile, below, probe(fields).orElse(Fields.MISSING), during(fields));
    }

    private Objective capacity(String name, Fields fields) {
        fields.require("atLeast", "during");
        if (fields.has("probe") == fields.has("workload")) {
            problems.add(fields.place(), "'capacity' needs either 'probe' or 'workload'");
        }
        Rate atLeast = fields.scalar("atLeast")
                .flatMap(scalar -> scalars.rate("atLeast", scalar))
                .orElse(UNREAD_RATE);
        Optional<String> probe = probe(fields);
        Optional<String> workload = named(fields, "workload", workloads);
        return probe.isPresent() == workload.isPresent()
                ? new Objective.Capacity(name, atLeast, Optional.of(Fields.MISSING), Optional.empty(), during(fields))
                : new Objective.Capacity(name, atLeast, probe, workload, during(fields));
    }

    private static Objective detection(String name, Fields fields) {
        fields.require("within", "step");
        Duration within = fields.positive("within").orElse(UNREAD);
        return new Objective.Detection(name, within, fields.line("step").orElse(Fields.MISSING));
    }

    private Optional<String> probe(Fields fields) {
        return named(fields, "probe", probes);
    }

    private Optional<String> named(Fields fields, String key, Names names) {
        return fields.scalar(key)
                .filter(reference -> names.check(reference, problems))
                .map(Yaml.Scalar::text);
    }

    private static During during(Fields fields) {
        return fields.choice("during", DURING)
                .map(written -> During.valueOf(written.toUpperCase(Locale.ROOT)))
                .orElse(During.FAULT);
    }
}
