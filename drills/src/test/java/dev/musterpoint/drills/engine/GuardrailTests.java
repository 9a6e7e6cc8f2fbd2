package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence.AbortRequested;
import dev.musterpoint.drills.evidence.Evidence.GuardrailTripped;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.PhaseEntered;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.kit.ScriptedService;
import dev.musterpoint.drills.kit.ScriptedService.Reply;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.Guardrail;
import dev.musterpoint.drills.spec.Guardrail.OnUnknown;
import dev.musterpoint.drills.spec.Guardrail.Phase;
import dev.musterpoint.drills.spec.Share;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample drill's baseline lasts from 0 s to about 4 s at most, and its probe asks every 50 ms. */
class GuardrailTests {
    private static final ScriptedService GOOD = ScriptedService.good(Duration.ofMillis(5));
    private static final Set<Phase> FROM_INJECTION = EnumSet.of(Phase.INJECTING, Phase.RESPONDING);

    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory);
        drill.watch.confirmsAfter(Duration.ofSeconds(20));
    }

    private static Moment at(double seconds) {
        return new Moment((long) (seconds * 1e9));
    }

    private static Guardrail rail(Set<Phase> phases, OnUnknown onUnknown) {
        return new Guardrail("write", new Share(0.05), Duration.ofSeconds(5), phases, onUnknown, Duration.ofSeconds(8));
    }

    private static DrillPlan guarded(Set<Phase> phases) {
        return new SamplePlan().guardrail(rail(phases, OnUnknown.ABORT)).build();
    }

    private RunResult run(ScriptedService service, DrillPlan plan) {
        return drill.service(service).run(plan);
    }

    private List<DrillPhase> phases() {
        return drill.journal.facts(PhaseEntered.class).stream()
                .map(PhaseEntered::phase)
                .toList();
    }

    /** The service as {@code GOOD}, and from {@code from} on without a single attempt that starts. */
    private static ScriptedService silentFrom(Moment from) {
        return start -> start.isBefore(from) ? GOOD.at(start) : new Reply(AnswerKind.NOT_STARTED, Duration.ZERO, "");
    }

    @Test
    void abortsTheRunWhenABreachLasts() {
        RunResult result = run(GOOD.badBetween(at(6), at(100)), guarded(FROM_INJECTION));
        assertThat(result.outcome()).isEqualTo(RunOutcome.ABORTED);
        assertThat(result.cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertThat(result.detail())
                .isEqualTo("stopped by the guardrail on probe 'write' (errors above 5 % for 5 s): 100 % of its attempts"
                        + " failed, throughout that time");
        assertThat(drill.fault.isStanding()).isFalse();
        assertThat(phases()).endsWith(DrillPhase.RESPONDING, DrillPhase.RECOVERING, DrillPhase.FINISHED);
    }

    @Test
    void journalsWhichGuardrailTrippedAndWhen() {
        run(GOOD.badBetween(at(6), at(100)), guarded(FROM_INJECTION));
        assertThat(drill.journal.facts(GuardrailTripped.class))
                .containsExactly(new GuardrailTripped(
                        "write",
                        "errors above 5 % for 5 s",
                        DrillPhase.RESPONDING,
                        "100 % of its attempts failed, throughout that time"));
        assertThat(drill.journal.facts(AbortRequested.class)).hasSize(1);
        Moment tripped = drill.journal.entries().stream()
                .filter(entry -> entry.body() instanceof GuardrailTripped)
                .findFirst()
                .orElseThrow()
                .mono();
        assertThat(tripped.minus(at(6))).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5300));
    }

    @Test
    void letsABurstPassThatDoesNotLast() {
        RunResult result = run(GOOD.badBetween(at(6), at(9)), guarded(FROM_INJECTION));
        assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(drill.journal.facts(GuardrailTripped.class)).isEmpty();
    }

    @Test
    void abortsForASmallShareThatLasts() {
        ScriptedService everyTenthFails = start -> start.isBefore(at(6)) || start.nanos() / 50_000_000 % 10 != 0
                ? GOOD.at(start)
                : new Reply(AnswerKind.ERROR, Duration.ofMillis(1), "refused");
        assertThat(run(everyTenthFails, guarded(FROM_INJECTION)).outcome()).isEqualTo(RunOutcome.ABORTED);
    }

    @Test
    void countsLateAnswersAsFailures() {
        ScriptedService late = start ->
                start.isBefore(at(6)) ? GOOD.at(start) : new Reply(AnswerKind.CORRECT, Duration.ofMillis(1500), "");
        assertThat(run(late, guarded(FROM_INJECTION)).outcome()).isEqualTo(RunOutcome.ABORTED);
    }

    @Test
    void doesNotApplyInOtherPhases() {
        RunResult result = run(GOOD.badBetween(at(6), at(100)), guarded(EnumSet.of(Phase.BASELINE)));
        assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETED);
    }

    @Test
    void doesNotInjectBesideSomethingThatFailsAlready() {
        RunResult result = run(GOOD.badBetween(at(1), at(100)), guarded(FROM_INJECTION));
        assertThat(result.outcome()).isEqualTo(RunOutcome.REFUSED);
        assertThat(result.detail())
                .startsWith("nothing was injected: the guardrail on probe 'write' (errors above 5 % for 5 s) does not"
                        + " hold: ");
        assertThat(drill.fault.calls()).isEmpty();
    }

    @Test
    void doesNotInjectWhenAGuardrailCannotBeRead() {
        DrillPlan plan = new SamplePlan()
                .guardrail(rail(FROM_INJECTION, OnUnknown.IGNORE))
                .build();
        RunResult result = run(silentFrom(at(0)), plan);
        assertThat(result.outcome()).isEqualTo(RunOutcome.REFUSED);
        assertThat(result.detail()).endsWith("cannot be read: its probe has said nothing lately");
        assertThat(drill.fault.calls()).isEmpty();
    }

    @Test
    void abortsWhenAGuardrailCannotBeReadForTooLong() {
        RunResult result = run(silentFrom(at(6)), guarded(FROM_INJECTION));
        assertThat(result.outcome()).isEqualTo(RunOutcome.ABORTED);
        assertThat(drill.journal.facts(GuardrailTripped.class).get(0).reason())
                .isEqualTo("its probe has said nothing for 8 s");
    }

    @Test
    void goesOnWithoutAGuardrailThatMayBeUnknown() {
        DrillPlan plan = new SamplePlan()
                .guardrail(rail(FROM_INJECTION, OnUnknown.IGNORE))
                .build();
        assertThat(run(silentFrom(at(6)), plan).outcome()).isEqualTo(RunOutcome.COMPLETED);
    }

    @Test
    void abortsInTheBaselineToo() {
        Guardrail quick = new Guardrail(
                "write",
                new Share(0.05),
                Duration.ofSeconds(1),
                EnumSet.of(Phase.BASELINE),
                OnUnknown.ABORT,
                Duration.ofSeconds(8));
        RunResult result = run(
                GOOD.badBetween(at(0.3), at(100)),
                new SamplePlan().guardrail(quick).build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.ABORTED);
        assertThat(drill.journal.facts(InjectionReturned.class)).isEmpty();
    }
}
