package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.FaultOrder;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Guardrail;
import dev.musterpoint.drills.spec.Metadata;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.OnFailure;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepOutput;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.spec.WorkloadSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds small plans for tests: one fault, one probe {@code write}, one workload {@code ledger}, changed as needed. */
public final class SamplePlan {
    private ProbeSpec probe = new ProbeSpec(
            "write",
            "noop",
            Optional.of("db"),
            Duration.ofMillis(50),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            1,
            64,
            Params.NONE);
    private Timing timing = new Timing(
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ZERO,
            Timing.DEFAULT_PAUSE_THRESHOLD,
            Timing.DEFAULT_PAUSE_TICK);
    private final List<Objective> objectives = new ArrayList<>();
    private final List<RunbookStep> steps = new ArrayList<>();
    private final List<RunbookStep> setup = new ArrayList<>();
    private final List<RunbookStep> teardown = new ArrayList<>();
    private final List<RunbookStep> failback = new ArrayList<>();
    private final Map<String, WorkloadSpec> workloads = new LinkedHashMap<>();
    private final Map<String, ProbeSpec> moreProbes = new LinkedHashMap<>();
    private final List<Target> targets =
            new ArrayList<>(List.of(new Target("db/primary", "processes", "db", 2, true, Map.of("member", "primary"))));
    private final List<Guardrail> guardrails = new ArrayList<>();
    private String faultType = "noop";
    private Duration effectWithin = Duration.ofSeconds(5);
    private Duration holdFor = Duration.ofMinutes(5);
    private Trigger trigger = Trigger.FAULT;
    private final Map<String, FaultOrder> moreFaults = new LinkedHashMap<>();

    private final Set<String> conditional = new HashSet<>();

    public SamplePlan probe(ProbeSpec spec) {
        probe = spec;
        return this;
    }

    /** Adds a second lane. */
    public SamplePlan alsoProbe(ProbeSpec spec) {
        moreProbes.put(spec.name(), spec);
        return this;
    }

    public SamplePlan timing(Timing spec) {
        timing = spec;
        return this;
    }

    public SamplePlan objective(Objective objective) {
        objectives.add(objective);
        return this;
    }

    /** Adds the objective {@code recovers} on the probe {@code write} for a single primary. */
    public SamplePlan recoversWithin(Duration target, Confirmation confirm) {
        return objective(new Objective.RecoveryTime(
                "recovers", target, List.of("write"), FailureMode.TOTAL, confirm, Optional.empty()));
    }

    public SamplePlan guardrail(Guardrail guardrail) {
        guardrails.add(guardrail);
        return this;
    }

    public SamplePlan workload() {
        workloads.put("ledger", new WorkloadSpec("ledger", "noop", Optional.of("db"), Params.NONE));
        return this;
    }

    public SamplePlan step(String name, StepPart part, Duration planned, Params params) {
        steps.add(new RunbookStep.Automated(
                name, part, planned, Duration.ofSeconds(30), "noop", Optional.of("db"), params));
        return this;
    }

    /** A step that fails, and what is done then. */
    public SamplePlan failingStep(String name, OnFailure then) {
        steps.add(new RunbookStep.Automated(
                name,
                StepPart.ACT,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                "noop",
                Optional.empty(),
                new Params(Map.of("fails", "no luck")),
                then));
        return this;
    }

    /** Adds a step to the setup or the teardown. */
    public SamplePlan around(StepStage stage, String name, Params params) {
        boolean before = stage == StepStage.SETUP;
        (before ? setup : teardown)
                .add(new RunbookStep.Automated(
                        name,
                        StepPart.ACT,
                        Duration.ZERO,
                        Duration.ofSeconds(30),
                        "noop",
                        Optional.of("db"),
                        params,
                        before ? OnFailure.STOP : OnFailure.CONTINUE));
        return this;
    }

    /** Adds a step to the setup that publishes {@code value} as {@code output}; nothing when it is null. */
    public SamplePlan publishing(String name, String output, String value, boolean secret) {
        Params from = value == null ? Params.NONE : new Params(Map.of("value", value));
        setup.add(new RunbookStep.Automated(
                name,
                StepPart.ACT,
                Duration.ZERO,
                Duration.ofSeconds(30),
                "noop",
                Optional.empty(),
                Params.NONE,
                OnFailure.STOP,
                List.of(new StepOutput(output, from, secret))));
        return this;
    }

    private static List<PlannedStep> planned(StepStage stage, List<RunbookStep> steps) {
        List<PlannedStep> planned = new ArrayList<>();
        steps.forEach(step -> planned.add(new PlannedStep(stage, planned.size() + 1, step)));
        return planned;
    }

    /** A step of the fail-back. */
    public SamplePlan failbackStep(String name, StepPart part, Map<String, Object> params) {
        failback.add(new RunbookStep.Automated(
                name,
                part,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                "noop",
                Optional.of("db"),
                new Params(params)));
        return this;
    }

    public SamplePlan manualStep(String name, RunbookStep.Unattended unattended) {
        steps.add(new RunbookStep.Manual(
                name, StepPart.DECIDE, Duration.ofSeconds(5), Duration.ofSeconds(30), "Decide.", unattended));
        return this;
    }

    public SamplePlan fault(String type, Duration effectWithin, Duration holdFor) {
        this.faultType = type;
        this.effectWithin = effectWithin;
        this.holdFor = holdFor;
        return this;
    }

    /** Injects nothing: the drill is triggered by something else. */
    public SamplePlan trigger(Trigger other) {
        trigger = other;
        return this;
    }

    /** Adds a fault like the first one, in a target {@code db/NAME} of its own. */
    public SamplePlan alsoFault(String name, FaultOrder order) {
        moreFaults.put(name, order);
        return this;
    }

    /** Gives a condition of type {@code noop} to the faults of these names. */
    public SamplePlan when(String... faults) {
        conditional.addAll(List.of(faults));
        return this;
    }

    private PlannedFault withCondition(PlannedFault fault) {
        return conditional.contains(fault.spec().name())
                ? new PlannedFault(
                        fault.number(),
                        fault.spec().when(new ConditionSpec("noop", Optional.empty(), Params.NONE)),
                        fault.targets())
                : fault;
    }

    /** Makes the fault strike a second target. */
    public SamplePlan alsoStandby() {
        targets.add(new Target("db/standby", "processes", "db", 2, true, Map.of("member", "standby")));
        return this;
    }

    public DrillPlan build() {
        FaultSpec fault = new FaultSpec(
                "primary dies",
                faultType,
                Optional.of("db"),
                new Params(Map.of("member", "primary")),
                holdFor,
                effectWithin,
                BlastRadius.UNSTATED,
                Params.NONE);
        List<PlannedFault> faults = new ArrayList<>(List.of(new PlannedFault(1, fault, targets)));
        if (trigger != Trigger.FAULT) {
            faults.clear();
        }
        moreFaults.forEach((name, order) -> faults.add(another(fault, faults.size() + 1, name, order)));
        faults.replaceAll(this::withCondition);
        Map<String, ProbeSpec> probes = new LinkedHashMap<>();
        probes.put(probe.name(), probe);
        probes.putAll(moreProbes);
        DrillSpec spec = new DrillSpec(
                        new Metadata("sample", "A sample drill", Optional.of("team-test"), Optional.empty()),
                        "The service comes back.",
                        "test",
                        Map.of("db", new SystemSpec("db", "noop", Params.NONE)),
                        probes,
                        workloads,
                        objectives,
                        List.of(fault),
                        steps.isEmpty() ? Optional.empty() : Optional.of("sample-runbook"),
                        timing)
                .withGuardrails(guardrails)
                .triggeredBy(trigger)
                .surrounded(setup, teardown);
        if (!failback.isEmpty()) {
            spec = spec.failingBackBy("sample-failback");
        }
        return new DrillPlan(
                DrillPlan.FORMAT,
                "0.1.0",
                Instant.parse("2026-11-21T09:00:00Z"),
                "sample.yaml",
                "0".repeat(64),
                spec,
                faults,
                spec.runbook().orElse(""),
                planned(StepStage.RUNBOOK, steps),
                planned(StepStage.FAILBACK, failback),
                PolicySnapshot.BUILT_IN,
                planned(StepStage.SETUP, setup),
                planned(StepStage.TEARDOWN, teardown));
    }

    private static PlannedFault another(FaultSpec first, int number, String name, FaultOrder order) {
        FaultSpec fault = new FaultSpec(
                name,
                first.type(),
                first.system(),
                new Params(Map.of("member", name)),
                first.holdFor(),
                first.effectWithin(),
                first.blastRadius(),
                first.params(),
                order);
        return new PlannedFault(
                number, fault, List.of(new Target("db/" + name, "processes", "db", 9, true, Map.of("member", name))));
    }
}
