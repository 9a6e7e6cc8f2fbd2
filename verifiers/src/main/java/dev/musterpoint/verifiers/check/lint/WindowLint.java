package dev.musterpoint.verifiers.check.lint;

import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.Rate;
import dev.musterpoint.drills.spec.Windowed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Warns of objectives on a window that no run could meet, or that a handful of attempts would decide. */
final class WindowLint {
    /** A target of 99 % is judged on 1,000 attempts at least, so that ten of them may fail. */
    private static final int MARGIN = 10;

    private static final double ROUNDING = 1e-9;

    private final DrillSpec spec;
    private final List<LintRemark> warnings = new ArrayList<>();

    private WindowLint(DrillSpec spec) {
        this.spec = spec;
    }

    static List<LintRemark> check(DrillSpec spec) {
        WindowLint lint = new WindowLint(spec);
        for (Objective objective : spec.objectives()) {
            if (objective instanceof Objective.Availability availability) {
                lint.attempts(
                        objective,
                        availability.probe(),
                        availability,
                        availability.atLeast().value());
            } else if (objective instanceof Objective.Latency latency) {
                lint.attempts(
                        objective,
                        latency.probe(),
                        latency,
                        latency.quantile().share().value());
                lint.timeout(latency);
            } else if (objective instanceof Objective.Capacity capacity) {
                lint.offered(capacity);
            }
        }
        return lint.warnings;
    }

    /** n ≥ 10/(1 − target). */
    private void attempts(Objective objective, String name, Windowed windowed, double share) {
        ProbeSpec probe = spec.probes().get(name);
        double attempts = perSecond(probe) * Durations.seconds(length(windowed));
        double least = MARGIN / (1 - share);
        if (share < 1 && attempts < least - ROUNDING) {
            warn(
                    "WINDOW_TOO_SMALL",
                    objective,
                    "only " + (long) attempts + " attempts of '" + name + "' are due in its window, where at least "
                            + (long) Math.ceil(least - ROUNDING)
                            + " are needed for its target to be more than a matter of single attempts;"
                            + " ask more often, or for longer");
        }
    }

    /** A failure proves a latency above τ and no more. */
    private void timeout(Objective.Latency latency) {
        ProbeSpec probe = spec.probes().get(latency.probe());
        if (latency.below().compareTo(probe.timeout()) >= 0) {
            warn(
                    "LATENCY_ABOVE_TIMEOUT",
                    latency,
                    "the timeout of '" + probe.name() + "', " + Durations.format(probe.timeout())
                            + ", is not above it: attempts that time out could not show it missed; raise 'timeout'");
        }
    }

    private void offered(Objective.Capacity capacity) {
        double offered = capacity.probe()
                .map(name -> perSecond(spec.probes().get(name)))
                .or(() -> capacity.workload()
                        .flatMap(name -> spec.workloads().get(name).params().find("rate"))
                        .map(written -> Rate.parse(written).perSecond()))
                .orElse(Double.MAX_VALUE);
        if (offered < capacity.atLeast().perSecond()) {
            warn(
                    "NOT_ASKED_FOR",
                    capacity,
                    String.format(
                            Locale.ROOT,
                            "only %.4g/s are asked of the service, so %.4g/s can never be shown; raise what is asked",
                            offered,
                            capacity.atLeast().perSecond()));
        }
    }

    private static double perSecond(ProbeSpec probe) {
        return probe.perTick() / Durations.seconds(probe.every());
    }

    private Duration length(Windowed windowed) {
        return switch (windowed.during()) {
            case BASELINE -> spec.timing().baseline();
            case FAULT -> spec.standing();
            case RUN -> spec.timing().baseline().plus(spec.standing());
        };
    }

    private void warn(String code, Objective objective, String message) {
        warnings.add(new LintRemark(code, false, objective.name(), message));
    }
}
