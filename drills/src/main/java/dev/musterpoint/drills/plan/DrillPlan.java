package dev.musterpoint.drills.plan;

import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.StepPart;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
 * @param failback    the steps of the fail-back
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
        List<PlannedStep> failback,
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
        // A plan stored before there was fail-back has none.
        failback = failback == null ? List.of() : List.copyOf(failback);
        Objects.requireNonNull(policy);
        // A plan stored before there were such steps has none.
        setup = setup == null ? List.of() : List.copyOf(setup);
        teardown = teardown == null ? List.of() : List.copyOf(teardown);
    }

    /** A plan without fail-back, setup and teardown. */
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
                List.of(),
                policy,
                List.of(),
                List.of());
    }

    /** The steps of all stages, in the order they are done. */
    public List<PlannedStep> allSteps() {
        return Stream.of(setup, steps, failback, teardown).flatMap(List::stream).toList();
    }

    /** The step of the fail-back that takes the service from where it is; empty without fail-back. */
    public Optional<PlannedStep> switchStep() {
        return failback.stream()
                .filter(each -> each.step().part() == StepPart.SWITCH)
                .findFirst();
    }

    /** This plan for the objectives of the response alone. */
    public DrillPlan ofResponse() {
        return with(spec.ofResponse());
    }

    /** This plan for the objectives of the fail-back alone. */
    public DrillPlan ofFailback() {
        return with(spec.ofFailback());
    }

    private DrillPlan with(DrillSpec other) {
        return new DrillPlan(
                format,
                toolVersion,
                plannedAt,
                source,
                specDigest,
                other,
                faults,
                runbook,
                steps,
                failback,
                policy,
                setup,
                teardown);
    }
}
