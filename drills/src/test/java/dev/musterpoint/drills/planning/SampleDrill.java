package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Metadata;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.spec.WorkloadSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds small drills to plan: one system {@code db}, one probe {@code write}, and what a test adds. */
final class SampleDrill {
    private final List<FaultSpec> faults = new ArrayList<>();
    private final List<Objective> more = new ArrayList<>();
    private final List<RunbookStep> steps = new ArrayList<>();
    private final Map<String, WorkloadSpec> workloads = new LinkedHashMap<>();
    private SystemSpec system = new SystemSpec("db", "sandbox", new Params(Map.of("name", "postgres-pair")));
    private Trigger trigger = Trigger.FAULT;
    private Optional<String> runbook = Optional.empty();
    private Duration every = Duration.ofMillis(50);
    private Duration timeout = Duration.ofSeconds(2);
    private Duration over = Duration.ofSeconds(2);
    private Duration deadline = Duration.ofMinutes(2);
    private Duration holdFor = Duration.ofMinutes(5);
    private final List<RunbookStep> before = new ArrayList<>();
    private final List<RunbookStep> after = new ArrayList<>();
    private int inFlight = 48;

    SampleDrill system(String type, Params params) {
        system = new SystemSpec("db", type, params);
        return this;
    }

    SampleDrill fault(String member) {
        return fault(member, BlastRadius.UNSTATED);
    }

    SampleDrill fault(String member, BlastRadius radius) {
        return add("kill " + member, "process/kill", member, radius);
    }

    /** What triggers the drill, whatever faults it has. */
    SampleDrill trigger(Trigger other) {
        trigger = other;
        return this;
    }

    SampleDrill faultOfType(String type) {
        return add("a " + type, type, "all", BlastRadius.UNSTATED);
    }

    private SampleDrill add(String name, String type, String member, BlastRadius radius) {
        faults.add(new FaultSpec(
                name,
                type,
                Optional.of("db"),
                new Params(Map.of("member", member)),
                holdFor,
                Duration.ofSeconds(5),
                radius,
                Params.NONE));
        return this;
    }

    /** Gives the last fault a condition. */
    SampleDrill when(ConditionSpec condition) {
        faults.add(faults.remove(faults.size() - 1).when(condition));
        return this;
    }

    SampleDrill workload() {
        workloads.put("orders", new WorkloadSpec("orders", "sql", Optional.of("db"), Params.NONE));
        return this;
    }

    SampleDrill step(String name, String type, String system, Map<String, Object> params) {
        runbook = Optional.of("failover");
        steps.add(new RunbookStep.Automated(
                name,
                StepPart.ACT,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                type,
                Optional.ofNullable(system),
                new Params(params)));
        return this;
    }

    /** What is done before the baseline, and what after the faults' removal. */
    SampleDrill around(RunbookStep setup, RunbookStep teardown) {
        before.add(setup);
        after.add(teardown);
        return this;
    }

    SampleDrill runbookNamed(String name) {
        runbook = Optional.of(name);
        return this;
    }

    SampleDrill every(Duration duration) {
        every = duration;
        return this;
    }

    SampleDrill timeout(Duration duration) {
        timeout = duration;
        return this;
    }

    SampleDrill over(Duration duration) {
        over = duration;
        return this;
    }

    SampleDrill deadline(Duration duration) {
        deadline = duration;
        return this;
    }

    /** Of the faults added after this call. */
    SampleDrill holdFor(Duration duration) {
        holdFor = duration;
        return this;
    }

    SampleDrill inFlight(int most) {
        inFlight = most;
        return this;
    }

    /** The runbook that the steps make; empty when there are none. */
    Optional<Runbook> runbook() {
        Metadata metadata = new Metadata("failover", "Fail over", Optional.empty(), Optional.empty());
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Runbook(metadata, steps));
    }

    DrillSpec build() {
        ProbeSpec write = new ProbeSpec(
                "write", "sql", Optional.of("db"), every, timeout, Duration.ofMillis(500), 1, inFlight, Params.NONE);
        Objective recovers = new Objective.RecoveryTime(
                "recovers",
                Duration.ofMinutes(1),
                List.of("write"),
                FailureMode.TOTAL,
                new Confirmation(20, 1, over),
                Optional.empty());
        return new DrillSpec(
                        new Metadata("sample", "A sample", Optional.empty(), Optional.empty()),
                        "It comes back.",
                        "test",
                        Map.of("db", system),
                        Map.of("write", write),
                        workloads,
                        objectives(recovers),
                        faults,
                        runbook,
                        new Timing(
                                Duration.ofSeconds(3),
                                deadline,
                                Duration.ZERO,
                                Timing.DEFAULT_PAUSE_THRESHOLD,
                                Timing.DEFAULT_PAUSE_TICK))
                .triggeredBy(trigger)
                .surrounded(before, after);
    }

    private List<Objective> objectives(Objective first) {
        List<Objective> all = new ArrayList<>(List.of(first));
        all.addAll(more);
        return all;
    }

    SampleDrill objective(Objective objective) {
        more.add(objective);
        return this;
    }
}
