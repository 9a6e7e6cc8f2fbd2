package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.recovery.UndoFold;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a person who watches a run wants to know right now, folded from its facts. Guarded by the view that owns it. */
final class LiveState {
    private final Map<DrillPhase, Moment> entered = new LinkedHashMap<>();
    private final Map<String, LiveProbe> probes = new LinkedHashMap<>();
    private final UndoFold undo = new UndoFold();
    private DrillPhase phase = DrillPhase.PLANNED;
    private Moment fault;
    private StepStage stage = StepStage.RUNBOOK;
    private int step;
    private String stepName = "";
    private Moment stepStarted;
    private int stepsDone;
    private String last = "";

    LiveState(DrillPlan plan) {
        plan.spec().probes().keySet().forEach(name -> probes.put(name, new LiveProbe()));
    }

    void recorded(JournalEntry entry) {
        Evidence fact = entry.body();
        undo.add(fact);
        if (fact instanceof Evidence.PhaseEntered next) {
            phase = next.phase();
            entered.put(phase, entry.mono());
        } else if (fact instanceof Evidence.InjectionReturned injected && fault == null) {
            fault = injected.started();
        } else if (fact instanceof Evidence.StepStarted started) {
            stage = started.stage();
            step = started.step();
            stepName = started.name();
            stepStarted = entry.mono();
        } else if (fact instanceof Evidence.StepEnded ended) {
            stepsDone += ended.stage() == StepStage.RUNBOOK ? 1 : 0;
            stepStarted = null;
        }
        RunWords.of(fact).ifPresent(words -> last = words);
    }

    void observed(String probe, Observation observation, boolean good) {
        probes.get(probe).saw(observation, good);
    }

    DrillPhase phase() {
        return phase;
    }

    Map<DrillPhase, Moment> entered() {
        return entered;
    }

    Map<String, LiveProbe> probes() {
        return probes;
    }

    UndoFold undo() {
        return undo;
    }

    /** T0⁻ of the first fault; null before it. */
    Moment fault() {
        return fault;
    }

    /** The stage of the step that is under way, or was last. */
    StepStage stage() {
        return stage;
    }

    int step() {
        return step;
    }

    String stepName() {
        return stepName;
    }

    /** Null between steps. */
    Moment stepStarted() {
        return stepStarted;
    }

    int stepsDone() {
        return stepsDone;
    }

    String last() {
        return last;
    }
}
