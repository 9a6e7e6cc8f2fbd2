package dev.musterpoint.drills.plan;

import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.DrillSpec;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The frozen plan: what runs is this and nothing else.
 *
 * @param format      version of the stored form
 * @param toolVersion the Musterpoint that made it
 * @param plannedAt   wall-clock time of planning, for people
 * @param source      the drill file's name
 * @param specDigest  SHA-256 of the drill file's bytes, in hexadecimal
 * @param steps       the runbook's steps
 * @param setup       the steps before the baseline
 * @param teardown    the steps after the faults' removal
 */
public record DrillPlan(
        String format,
        String toolVersion,
        Instant plannedAt,
        String source,
        String specDigest,
        DrillSpec spec,
        List<PlannedFault> faults,
        String runbook,
        List<PlannedStep> steps,
        PolicySnapshot policy,
        List<PlannedStep> setup,
        List<PlannedStep> teardown) {
    /** The version of the stored form that this release writes. */
    public static final String FORMAT = "musterpoint.dev/plan/v1";

    public DrillPlan {
        Checks.text(format, "format");
        Checks.text(toolVersion, "toolVersion");
        Objects.requireNonNull(plannedAt);
        Checks.text(source, "source");
        Checks.text(specDigest, "specDigest");
        Objects.requireNonNull(spec);
        faults = List.copyOf(faults);
        Objects.requireNonNull(runbook);
        steps = List.copyOf(steps);
        Objects.requireNonNull(policy);
        // A plan stored before there were such steps has none.
        setup = setup == null ? List.of() : List.copyOf(setup);
        teardown = teardown == null ? List.of() : List.copyOf(teardown);
    }

    /** A plan without setup and teardown. */
    public DrillPlan(
            String format,
            String toolVersion,
            Instant plannedAt,
            String source,
            String specDigest,
            DrillSpec spec,
            List<PlannedFault> faults,
            String runbook,
            List<PlannedStep> steps,
            PolicySnapshot policy) {
        this(
                format,
                toolVersion,
                plannedAt,
                source,
                specDigest,
                spec,
                faults,
                runbook,
                steps,
                policy,
                List.of(),
                List.of());
    }

    /** The steps of all stages, in the order they are done. */
    public List<PlannedStep> allSteps() {
        return Stream.of(setup, steps, teardown).flatMap(List::stream).toList();
    }
}
