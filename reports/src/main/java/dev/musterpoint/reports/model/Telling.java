package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.reports.model.Timeline.Mark;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How each kind of fact is told in the timeline. Closed segments are told in the manifest instead. */
final class Telling {
    private static final Map<Class<? extends Evidence>, Function<Evidence, Told>> TELLERS = new LinkedHashMap<>();

    static {
        tell(Evidence.RunStarted.class, f -> note("Run started", f.by().isEmpty() ? "" : "by " + f.by()));
        tell(Evidence.PhaseEntered.class, f -> new Told(Mark.PHASE, Words.of(f.phase()), f.reason()));
        tell(Evidence.WatchdogReady.class, f -> note("Watchdog ready", "pid " + f.pid()));
        tell(
                Evidence.SystemOpened.class,
                f -> note(
                        "System " + f.system().name() + " open",
                        f.system().type() + (f.system().sandbox() ? ", a sandbox made by this run" : "")));
        tell(
                Evidence.ProbingStarted.class,
                f -> note("Probe " + f.probe() + " started", "every " + Figures.duration(f.every())));
        tell(Evidence.WorkloadStarted.class, f -> note("Workload " + f.workload() + " started", ""));
        tell(
                Evidence.BaselineSeen.class,
                f -> new Told(
                        f.steady() ? Mark.NOTE : Mark.PROBLEM,
                        f.steady() ? "Steady state held" : "Steady state did not hold",
                        f.detail()));
        tell(
                Evidence.ConditionRead.class,
                f -> note(
                        "Condition of fault " + f.fault() + ": "
                                + lower(f.holds().name()),
                        f.detail()));
        tell(
                Evidence.FaultSkipped.class,
                f -> new Told(Mark.PROBLEM, "Fault " + f.fault() + " skipped: " + f.name(), f.reason()));
        tell(
                Evidence.InjectionReturned.class,
                f -> new Told(
                        f.error().isEmpty() ? Mark.FAULT : Mark.PROBLEM,
                        f.error().isEmpty() ? "Fault injected into " + f.target() : "Injection failed on " + f.target(),
                        f.error()));
        tell(Evidence.EffectSeen.class, f -> new Told(Mark.FAULT, "Effect seen on " + f.target(), f.detail()));
        tell(Evidence.EffectNotSeen.class, f -> new Told(Mark.PROBLEM, "No effect seen on " + f.target(), f.detail()));
        tell(Evidence.ResponseBegan.class, f -> began(f.trigger()));
        tell(Evidence.StepStarted.class, f -> new Told(Mark.STEP, label(f.stage(), f.step()) + " started", f.name()));
        tell(
                Evidence.OutputsPublished.class,
                f -> new Told(Mark.STEP, label(f.stage(), f.step()) + " published", pairs(f.outputs())));
        tell(Evidence.StepEnded.class, Telling::stepEnded);
        tell(
                Evidence.WatchEnded.class,
                f -> note(f.confirmed() ? "Recovery confirmed" : "Watch ended without recovery", f.reason()));
        tell(
                Evidence.FailbackEnded.class,
                f -> note(f.confirmed() ? "Recovery from the fail-back confirmed" : "Fail-back ended", f.reason()));
        tell(Evidence.ReadBackTaken.class, Telling::readBack);
        tell(
                Evidence.UndoPrepared.class,
                f -> new Told(Mark.CLEAN_UP, "Undo recorded for " + f.undo().target(), "before the change"));
        tell(Evidence.UndoStarted.class, f -> new Told(Mark.CLEAN_UP, "Undoing " + f.undo(), f.reason()));
        tell(
                Evidence.UndoEnded.class,
                f -> new Told(
                        f.error().isEmpty() ? Mark.CLEAN_UP : Mark.PROBLEM,
                        f.error().isEmpty() ? "Undone: " + f.undo() : "Undoing failed: " + f.undo(),
                        f.error()));
        tell(Evidence.ResidueInspected.class, Telling::residue);
        tell(
                Evidence.GuardrailTripped.class,
                f -> new Told(Mark.PROBLEM, "Guardrail on " + f.probe() + " tripped: " + f.limit(), f.reason()));
        tell(Evidence.AbortRequested.class, f -> new Told(Mark.PROBLEM, "Abort requested by " + f.by(), f.reason()));
        tell(
                Evidence.ClockChanged.class,
                f -> new Told(
                        Mark.PROBLEM,
                        "The machine slept, or its clock changed",
                        "Times of this run are too short to be trusted"));
        tell(Evidence.ProblemMet.class, f -> new Told(Mark.PROBLEM, "Problem: " + f.where(), f.message()));
        tell(
                Evidence.TailRepaired.class,
                f -> new Told(
                        Mark.PROBLEM,
                        "Torn last line cut from " + f.file(),
                        Figures.count(f.bytes(), "byte") + " kept in " + f.keptIn()));
        tell(Evidence.RecoveryStarted.class, f -> new Told(Mark.CLEAN_UP, "Run taken over by " + f.by(), f.reason()));
        tell(
                Evidence.RunEnded.class,
                f -> note(
                        "Run ended: " + lower(Words.of(f.outcome())) + ", " + lower(Words.of(f.cleanUp())),
                        f.detail()));
    }

    private Telling() {}

    /** One fact in words. */
    record Told(Mark mark, String what, String detail) {}

    /** Tells a fact; empty for the kinds that are told elsewhere. */
    static Optional<Told> of(Evidence fact) {
        return Optional.ofNullable(TELLERS.get(fact.getClass())).map(teller -> teller.apply(fact));
    }

    private static <T extends Evidence> void tell(Class<T> kind, Function<T, Told> teller) {
        TELLERS.put(kind, fact -> teller.apply(kind.cast(fact)));
    }

    private static Told note(String what, String detail) {
        return new Told(Mark.NOTE, what, detail);
    }

    private static Told began(Trigger trigger) {
        return switch (trigger) {
            case DECLARED ->
                new Told(Mark.FAULT, "Disaster declared", "nothing was injected; time is counted from here");
            case EXERCISE -> note("The runbook began", "nothing was injected");
            case FAULT, OBSERVED -> note("Watching for an incident", "nothing was injected");
        };
    }

    private static String label(StepStage stage, int step) {
        String noun = stage.noun();
        return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1) + " " + step;
    }

    private static String pairs(Map<String, String> outputs) {
        return outputs.entrySet().stream()
                .map(output -> output.getKey() + " = " + output.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Told stepEnded(Evidence.StepEnded fact) {
        boolean done = fact.outcome() == StepOutcome.DONE;
        String what = label(fact.stage(), fact.step()) + " " + lower(Words.of(fact.outcome()));
        String detail = fact.detail().isEmpty() ? fact.name() : fact.name() + ": " + fact.detail();
        return new Told(done ? Mark.STEP : Mark.PROBLEM, what, detail);
    }

    private static Told readBack(Evidence.ReadBackTaken fact) {
        String where = fact.server().isEmpty() ? "" : "from " + fact.server();
        return fact.error().isEmpty()
                ? note("Read-back " + fact.ordinal() + " of " + fact.workload() + " taken", where)
                : new Told(Mark.PROBLEM, "Read-back of " + fact.workload() + " failed", fact.error());
    }

    private static Told residue(Evidence.ResidueInspected fact) {
        CleanUp state = fact.residue().state();
        Mark mark = state == CleanUp.CLEAN ? Mark.CLEAN_UP : Mark.PROBLEM;
        return new Told(
                mark,
                "Residue of " + fact.undo() + ": " + lower(Words.of(state)),
                fact.residue().detail());
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
