package dev.musterpoint.verifiers.check.sim;

import static dev.musterpoint.verifiers.check.sim.Random64.MS;
import static dev.musterpoint.verifiers.check.sim.Random64.S;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.kit.RecordedEvidence;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.StepPart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that failed over and back, as its journal, its probe and its ledger tell it. */
final class FailbackCase {
    private static final String WORKLOAD = "ledger";
    private static final Optional<String> FAILBACK = Optional.of(Objective.FAILBACK);
    private static final long EVERY = 50 * MS;

    final FailbackScenario scenario;
    final RecordedEvidence evidence = new RecordedEvidence();
    final long target;
    final long lossTarget;
    final DrillPlan plan;

    FailbackCase(FailbackScenario scenario) {
        this.scenario = scenario;
        target = scenario.near(scenario.recoveryTime());
        lossTarget = scenario.near(scenario.shortestLoss(2, scenario.stopped));
        Confirmation confirm = new Confirmation(10, 1, Duration.ofSeconds(2));
        plan = new SamplePlan()
                .workload()
                .objective(recovery("over", Duration.ofSeconds(20), confirm, Optional.empty()))
                .objective(recovery("back", Duration.ofNanos(target), confirm, FAILBACK))
                .objective(new Objective.RecoveryPoint("point", Duration.ofNanos(lossTarget), WORKLOAD, FAILBACK))
                .objective(new Objective.LostWrites("none", 0, WORKLOAD, FAILBACK))
                .objective(new Objective.LostWrites("all", 0, WORKLOAD))
                .failbackStep("rejoin", StepPart.ACT, Map.of())
                .failbackStep("switch over", StepPart.SWITCH, Map.of())
                .failbackStep("promote", StepPart.ACT, Map.of())
                .build();
        journal();
        observations();
        writes();
    }

    private static Objective recovery(String name, Duration within, Confirmation confirm, Optional<String> from) {
        return new Objective.RecoveryTime(name, within, List.of("write"), FailureMode.TOTAL, confirm, from);
    }

    private void journal() {
        fact(2 * S, new Evidence.BaselineSeen(true, Moment.START, at(2 * S), ""));
        fact(
                scenario.effectSeen,
                new Evidence.InjectionReturned(1, "db/primary", "undo", at(scenario.died), at(scenario.died), ""));
        fact(
                scenario.effectSeen,
                new Evidence.EffectSeen(1, "db/primary", at(scenario.died), at(scenario.effectSeen), ""));
        fact(scenario.firstRead, new Evidence.WatchEnded(true, "recovery is confirmed"));
        readBack(1, scenario.firstRead, "s");
        step(1, "rejoin", scenario.firstRead, scenario.rejoinedRead);
        readBack(2, scenario.rejoinedRead, "s");
        step(2, "switch over", scenario.switchFrom, scenario.switchTo);
        step(3, "promote", scenario.switchTo, scenario.back);
        fact(scenario.finish, new Evidence.FailbackEnded(true, "recovery is confirmed"));
        readBack(3, scenario.finish + S, "p");
        fact(scenario.finish + 2 * S, new Evidence.RunEnded(RunOutcome.COMPLETED, CleanUp.CLEAN, ""));
    }

    private void step(int number, String name, long from, long to) {
        fact(from, new Evidence.StepStarted(number, name, StepStage.FAILBACK));
        fact(to, new Evidence.StepEnded(number, name, StepOutcome.DONE, "runner", "", StepStage.FAILBACK));
    }

    private void readBack(int ordinal, long moment, String server) {
        fact(moment, new Evidence.ReadBackTaken(WORKLOAD, ordinal, at(moment), at(moment), server, "rows", ""));
        scenario.writes.stream()
                .filter(write -> scenario.survives(write, moment))
                .forEach(write -> evidence.row(WORKLOAD, ordinal, new ReadBackRow(write.id(), "1", true)));
    }

    private void observations() {
        for (long tick = 0; tick * EVERY < scenario.finish; tick++) {
            long due = tick * EVERY;
            AnswerKind kind = scenario.isUp(due) ? AnswerKind.CORRECT : AnswerKind.ERROR;
            evidence.observation(
                    "write",
                    new Observation(tick, 0, at(due), at(due), at(due + scenario.random.ms(1, 15)), kind, "", ""));
        }
    }

    private void writes() {
        for (FailbackScenario.Write write : scenario.writes) {
            evidence.ledger(WORKLOAD, new WriteAttempt(write.id(), at(write.a()), "1"));
            evidence.ledger(
                    WORKLOAD,
                    new WriteAnswer(write.id(), at(write.c()), WriteOutcome.ACKNOWLEDGED, "", write.server()));
        }
    }

    private void fact(long moment, Evidence body) {
        evidence.fact(at(moment), body);
    }

    private static Moment at(long nanos) {
        return new Moment(nanos);
    }
}
