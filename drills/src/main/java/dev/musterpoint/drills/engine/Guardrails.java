package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Guardrail;
import dev.musterpoint.drills.spi.RunClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The guardrails of a run: one that is breached stops it as a person would. Owned by the run's thread. */
final class Guardrails {
    /** How often they are looked at. */
    static final Duration PERIOD = Duration.ofMillis(100);

    private final List<GuardrailWatch> watches = new ArrayList<>();
    private final EvidenceWriter evidence;
    private final RunClock clock;
    private final AbortSwitch abort;
    private DrillPhase phase = DrillPhase.PLANNED;

    Guardrails(DrillSpec spec, EvidenceWriter evidence, RunClock clock, AbortSwitch abort) {
        spec.guardrails()
                .forEach(rail ->
                        watches.add(new GuardrailWatch(rail, spec.probes().get(rail.probe()))));
        this.evidence = evidence;
        this.clock = clock;
        this.abort = abort;
    }

    void entered(DrillPhase next) {
        phase = next;
        watches.forEach(watch -> watch.entered(next, clock.now()));
    }

    void observed(String probe, Observation observation, boolean good) {
        for (GuardrailWatch watch : watches) {
            if (watch.guardrail().probe().equals(probe)) {
                watch.observed(observation, good);
            }
        }
    }

    /** Stops the run if a guardrail is breached. */
    void look() {
        Moment now = clock.now();
        for (GuardrailWatch watch : watches) {
            watch.breach(now).ifPresent(reason -> trip(watch.guardrail(), reason));
        }
    }

    private void trip(Guardrail rail, String reason) {
        if (abort.request("the guardrail on probe '" + rail.probe() + "' (" + rail.limit() + ")", reason)) {
            evidence.fact(new Evidence.GuardrailTripped(rail.probe(), rail.limit(), phase, reason));
        }
    }

    /**
     * Lets the run go on to its faults, or not: what a guardrail protects must be seen to be well before anything is
     * broken beside it.
     *
     * @param baseline when the baseline window began
     */
    void admit(Moment baseline) throws RunRefused {
        for (GuardrailWatch watch : watches) {
            Optional<String> objection = watch.objection(baseline, clock.now());
            if (objection.isPresent()) {
                throw new RunRefused("nothing was injected: the guardrail on probe '"
                        + watch.guardrail().probe() + "' (" + watch.guardrail().limit() + ") " + objection.get());
            }
        }
    }
}
