package dev.musterpoint.reports;

import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Metadata;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.RunbookStep.Unattended;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.spec.WorkloadSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The plan of the scripted run: a PostgreSQL primary is killed, and a runbook promotes its standby. */
final class ScriptedPlan {
    static final Duration EVERY = Duration.ofMillis(50);

    private final UnaryOperator<String> text;
    private final Duration rto;
    private final boolean sandbox;

    /** @param text is put over every text of the plan */
    ScriptedPlan(UnaryOperator<String> text, Duration rto, boolean sandbox) {
        this.text = text;
        this.rto = rto;
        this.sandbox = sandbox;
    }

    private String t(String plain) {
        return text.apply(plain);
    }

    DrillPlan build() {
        FaultSpec fault = fault();
        return new DrillPlan(
                DrillPlan.FORMAT,
                t("0.1.0"),
                Instant.parse("2026-11-21T08:59:30Z"),
                t("orders-db-failover.yaml"),
                "9d1c".repeat(16),
                spec(fault),
                List.of(new PlannedFault(1, fault, List.of(target()))),
                t("postgres-failover"),
                steps(),
                sandbox ? PolicySnapshot.BUILT_IN : new PolicySnapshot(t("policy.yaml of staging"), true));
    }

    private Target target() {
        return new Target(t("db/primary"), t("processes"), t("db"), 2, sandbox, Map.of("member", t("primary")));
    }

    private FaultSpec fault() {
        return new FaultSpec(
                t("the primary dies"),
                t("postgres/kill"),
                Optional.of(t("db")),
                new Params(Map.of("member", "primary")),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                new BlastRadius(Map.of(t("processes"), 1), Optional.of(new Share(0.5))),
                Params.NONE);
    }

    private DrillSpec spec(FaultSpec fault) {
        return new DrillSpec(
                new Metadata(
                        t("orders-db-failover"),
                        t("The orders database loses its primary"),
                        Optional.of(t("team-orders")),
                        Optional.of(t("critical"))),
                t("Orders are taken again within half a minute, and nothing acknowledged is lost beyond one second."),
                t(sandbox ? "sandbox" : "staging"),
                Map.of(t("db"), new SystemSpec(t("db"), t("postgres"), Params.NONE)),
                probes(),
                Map.of(t("ledger"), new WorkloadSpec(t("ledger"), t("sql"), Optional.of(t("db")), Params.NONE)),
                objectives(),
                List.of(fault),
                Optional.of(t("postgres-failover")),
                new Timing(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(5),
                        Timing.DEFAULT_PAUSE_THRESHOLD,
                        Timing.DEFAULT_PAUSE_TICK));
    }

    private Map<String, ProbeSpec> probes() {
        Map<String, ProbeSpec> probes = new LinkedHashMap<>();
        for (String name : List.of(t("write"), t("read-pooled"))) {
            probes.put(
                    name,
                    new ProbeSpec(
                            name,
                            t("sql"),
                            Optional.of(t("db")),
                            EVERY,
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(1),
                            1,
                            64,
                            Params.NONE));
        }
        return probes;
    }

    private List<Objective> objectives() {
        return List.of(
                new Objective.RecoveryTime(
                        t("orders recover"),
                        rto,
                        List.of(t("write"), t("read-pooled")),
                        FailureMode.TOTAL,
                        FailureMode.TOTAL.confirmation(),
                        Optional.empty()),
                new Objective.RecoveryPoint(t("little is lost"), Duration.ofSeconds(1), t("ledger"), Optional.empty()),
                new Objective.LostWrites(t("nothing is lost"), 0, t("ledger")));
    }

    private List<PlannedStep> steps() {
        return List.of(
                step(1, "Notice that writes fail", StepPart.DETECT, 5),
                new PlannedStep(
                        2,
                        new RunbookStep.Manual(
                                t("Declare the incident"),
                                StepPart.DECIDE,
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(60),
                                t("Tell the orders channel."),
                                Unattended.SKIP)),
                step(3, "Promote the standby", StepPart.ACT, 4),
                step(4, "Check that writes land", StepPart.CHECK, 3));
    }

    private PlannedStep step(int number, String name, StepPart part, int seconds) {
        return new PlannedStep(
                number,
                new RunbookStep.Automated(
                        t(name),
                        part,
                        Duration.ofSeconds(seconds),
                        Duration.ofSeconds(30),
                        t("sql"),
                        Optional.of(t("db")),
                        Params.NONE));
    }
}
