package dev.musterpoint.drills.spec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The authored drill: what to break, what to watch, and what counts as recovered.
 *
 * @param trigger    what its time is counted from; only one triggered by faults has any
 * @param guardrails what stops it at once
 * @param failback   the runbook that brings the service back to where it was, once recovery was confirmed
 * @param setup      steps that are done before the baseline; the first that fails ends the run
 * @param teardown   steps that are done after the faults' removal, all of them, however the run went
 */
public record DrillSpec(
        Metadata metadata,
        String hypothesis,
        String environment,
        Map<String, SystemSpec> systems,
        Map<String, ProbeSpec> probes,
        Map<String, WorkloadSpec> workloads,
        List<Objective> objectives,
        List<FaultSpec> faults,
        Optional<String> runbook,
        Optional<String> failback,
        List<Guardrail> guardrails,
        Trigger trigger,
        Timing timing,
        List<RunbookStep> setup,
        List<RunbookStep> teardown) {
    /** The version of the file format this release reads. */
    public static final String API_VERSION = "musterpoint.dev/v1alpha1";

    public DrillSpec {
        Objects.requireNonNull(metadata);
        Objects.requireNonNull(hypothesis);
        Checks.text(environment, "environment");
        systems = Checks.ordered(systems);
        probes = Checks.ordered(probes);
        workloads = Checks.ordered(workloads);
        objectives = List.copyOf(objectives);
        faults = List.copyOf(faults);
        Objects.requireNonNull(runbook);
        // A stored drill of before there was fail-back has none.
        failback = failback == null ? Optional.empty() : failback;
        // A stored drill of before there were guardrails has none.
        guardrails = guardrails == null ? List.of() : List.copyOf(guardrails);
        // One of before there were triggers, and without a fault, was there to observe.
        trigger = trigger != null ? trigger : faults.isEmpty() ? Trigger.OBSERVED : Trigger.FAULT;
        Objects.requireNonNull(timing);
        setup = setup == null ? List.of() : List.copyOf(setup);
        teardown = teardown == null ? List.of() : List.copyOf(teardown);
    }

    /** A drill without guardrails, triggered by its faults; without any, by an incident that it observes. */
    public DrillSpec(
            Metadata metadata,
            String hypothesis,
            String environment,
            Map<String, SystemSpec> systems,
            Map<String, ProbeSpec> probes,
            Map<String, WorkloadSpec> workloads,
            List<Objective> objectives,
            List<FaultSpec> faults,
            Optional<String> runbook,
            Timing timing) {
        this(
                metadata,
                hypothesis,
                environment,
                systems,
                probes,
                workloads,
                objectives,
                faults,
                runbook,
                Optional.empty(),
                List.of(),
                null,
                timing,
                List.of(),
                List.of());
    }

    /** This drill with {@code others} in place of its guardrails. */
    public DrillSpec withGuardrails(List<Guardrail> others) {
        return new DrillSpec(
                metadata,
                hypothesis,
                environment,
                systems,
                probes,
                workloads,
                objectives,
                faults,
                runbook,
                failback,
                others,
                trigger,
                timing,
                setup,
                teardown);
    }

    /** This drill with {@code other} as what triggers it. */
    public DrillSpec triggeredBy(Trigger other) {
        return new DrillSpec(
                metadata,
                hypothesis,
                environment,
                systems,
                probes,
                workloads,
                objectives,
                faults,
                runbook,
                failback,
                guardrails,
                other,
                timing,
                setup,
                teardown);
    }

    /** This drill with {@code before} as its setup and {@code after} as its teardown. */
    public DrillSpec surrounded(List<RunbookStep> before, List<RunbookStep> after) {
        return new DrillSpec(
                metadata,
                hypothesis,
                environment,
                systems,
                probes,
                workloads,
                objectives,
                faults,
                runbook,
                failback,
                guardrails,
                trigger,
                timing,
                before,
                after);
    }

    /** This drill, failing back by the runbook {@code name}. */
    public DrillSpec failingBackBy(String name) {
        return with(objectives, Optional.of(name));
    }

    /** This drill with the objectives that do not count from the fail-back: what its response is judged by. */
    public DrillSpec ofResponse() {
        return with(objectives.stream().filter(each -> !each.ofFailback()).toList(), failback);
    }

    /** This drill with the objectives alone that count from the fail-back. */
    public DrillSpec ofFailback() {
        return with(objectives.stream().filter(Objective::ofFailback).toList(), failback);
    }

    private DrillSpec with(List<Objective> others, Optional<String> back) {
        return new DrillSpec(
                metadata,
                hypothesis,
                environment,
                systems,
                probes,
                workloads,
                others,
                faults,
                runbook,
                back,
                guardrails,
                trigger,
                timing,
                setup,
                teardown);
    }

    /**
     * What carries out {@code book} by itself in this drill's surroundings: its systems, probes and guardrails, its setup and
     * its teardown. Nothing is broken, and all that it is judged by is whether every step is done.
     */
    public DrillSpec exercising(Runbook book) {
        Metadata of = book.metadata();
        Optional<String> service = Optional.of(metadata.service().orElse(metadata.name()));
        return new DrillSpec(
                new Metadata(of.name(), of.title(), of.owner(), metadata.tier(), service),
                "Every step of the runbook " + of.name() + " can be done.",
                environment,
                systems,
                probes,
                Map.of(),
                List.of(new Objective.StepsDone("every step is done", of.name())),
                List.of(),
                Optional.of(of.name()),
                Optional.empty(),
                guardrails,
                Trigger.EXERCISE,
                timing,
                setup,
                teardown);
    }

    /** The recovery-time objectives, in the order written. */
    public List<Objective.RecoveryTime> recoveryTimes() {
        return objectives.stream()
                .filter(Objective.RecoveryTime.class::isInstance)
                .map(Objective.RecoveryTime.class::cast)
                .toList();
    }

    /** How long after the first fault all faults may still stand, at most until the deadline. */
    public Duration standing() {
        Duration deadline = timing.deadline();
        return faults.stream()
                .map(FaultSpec::holdFor)
                .filter(hold -> hold.compareTo(deadline) < 0)
                .min(Duration::compareTo)
                .orElse(deadline);
    }
}
