package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Holds;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.recovery.CatalogueHandlers;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.reports.model.Legible;
import java.util.Locale;
import java.util.Optional;

/** A run's facts in words. Facts that tell a person nothing have none. */
public final class RunWords {
    private RunWords() {}

    public static Optional<String> of(Evidence fact) {
        return Optional.ofNullable(words(fact)).filter(text -> !text.isEmpty()).map(RunWords::line);
    }

    /** Much of it was said by systems and programs, and may not steer a terminal. */
    static String line(String words) {
        return Legible.clean(words).replaceAll("[\\r\\n\\t]+", " ");
    }

    private static String words(Evidence fact) {
        if (fact instanceof Evidence.PhaseEntered phase) {
            return phase.phase().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + phase.reason();
        } else if (fact instanceof Evidence.WatchdogReady ready) {
            return "watchdog is up (pid " + ready.pid() + ")";
        } else if (fact instanceof Evidence.SystemOpened opened) {
            return "system '" + opened.system().name() + "' is open"
                    + (opened.system().sandbox() ? " (a sandbox made for this run)" : "");
        } else if (fact instanceof Evidence.BaselineSeen baseline) {
            return baseline.steady()
                    ? "steady state held for " + Durations.format(baseline.to().minus(baseline.from()))
                    : "no steady state: " + baseline.detail();
        }
        return injection(fact);
    }

    private static String injection(Evidence fact) {
        if (fact instanceof Evidence.ConditionRead read) {
            // Of one that does not hold the skipped fault tells.
            return read.holds() == Holds.YES ? "condition of fault " + read.fault() + " holds: " + read.detail() : null;
        } else if (fact instanceof Evidence.FaultSkipped skipped) {
            return "fault " + skipped.fault() + " (" + skipped.name() + ") skipped: " + skipped.reason();
        } else if (fact instanceof Evidence.InjectionReturned injected) {
            return injected.error().isEmpty()
                    ? "fault " + injected.fault() + " injected into " + injected.target()
                    : "fault " + injected.fault() + " could not be injected into " + injected.target() + ": "
                            + injected.error();
        } else if (fact instanceof Evidence.EffectSeen seen) {
            return "effect seen on " + seen.target() + ": " + seen.detail();
        } else if (fact instanceof Evidence.EffectNotSeen notSeen) {
            return "no effect seen on " + notSeen.target() + ": " + notSeen.detail();
        } else if (fact instanceof Evidence.ResponseBegan began) {
            return began(began.trigger());
        } else if (fact instanceof Evidence.StepStarted step) {
            return step.stage().noun() + " " + step.step() + " started: " + step.name();
        } else if (fact instanceof Evidence.OutputsPublished published) {
            return published.stage().noun() + " " + published.step() + " published "
                    + String.join(", ", published.outputs().keySet());
        } else if (fact instanceof Evidence.StepEnded step) {
            return step.stage().noun() + " " + step.step() + " "
                    + step.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + step.name()
                    + (step.detail().isEmpty() ? "" : " (" + step.detail() + ")");
        }
        return ending(fact);
    }

    private static String began(Trigger trigger) {
        return switch (trigger) {
            case DECLARED -> "the disaster is declared: time is counted from now";
            case EXERCISE -> "the runbook begins; nothing is injected";
            case FAULT, OBSERVED -> "watching for an incident; nothing is injected";
        };
    }

    /** A teardown is owed only until the run has done it, which it does by itself. */
    private static boolean isForAPerson(UndoRecord undo) {
        return undo.kind() == UndoKind.MANUAL && !undo.handler().equals(CatalogueHandlers.TEARDOWN);
    }

    private static String ending(Evidence fact) {
        if (fact instanceof Evidence.WatchEnded watch) {
            return "watch ended: " + watch.reason();
        } else if (fact instanceof Evidence.FailbackEnded back) {
            return "fail-back ended: " + back.reason();
        } else if (fact instanceof Evidence.ReadBackTaken read) {
            return read.error().isEmpty()
                    ? "workload '" + read.workload() + "' read back"
                            + (read.server().isEmpty() ? "" : " from " + read.server())
                    : "workload '" + read.workload() + "' could not be read back: " + read.error();
        } else if (fact instanceof Evidence.UndoPrepared undo && isForAPerson(undo.undo())) {
            return "a person must undo this later: " + undo.undo().byHand();
        } else if (fact instanceof Evidence.UndoEnded undo && !undo.error().isEmpty()) {
            return "undoing " + undo.undo() + " failed: " + undo.error();
        } else if (fact instanceof Evidence.ResidueInspected inspected) {
            return inspected.undo() + " read back: "
                    + inspected.residue().state().name().toLowerCase(Locale.ROOT) + " ("
                    + inspected.residue().detail()
                    + ")";
        } else if (fact instanceof Evidence.GuardrailTripped rail) {
            return "guardrail on probe '" + rail.probe() + "' tripped (" + rail.limit() + "): " + rail.reason();
        } else if (fact instanceof Evidence.AbortRequested abort) {
            return "abort requested by " + abort.by() + ": " + abort.reason();
        } else if (fact instanceof Evidence.ClockChanged) {
            return "the machine slept or its clock changed: times of this run are too short to be trusted";
        } else if (fact instanceof Evidence.ProblemMet problem) {
            return "problem with " + problem.where() + ": " + problem.message();
        } else if (fact instanceof Evidence.RecoveryStarted recovery) {
            return "taken over by the " + recovery.by() + ": " + recovery.reason();
        } else if (fact instanceof Evidence.TailRepaired repaired) {
            return "a torn last line of " + repaired.file() + " was cut off and kept in " + repaired.keptIn();
        } else if (fact instanceof Evidence.RunEnded ended) {
            return "run ended: " + ended.outcome().name().toLowerCase(Locale.ROOT) + ", "
                    + ended.cleanUp().name().toLowerCase(Locale.ROOT)
                    + (ended.detail().isEmpty() ? "" : " (" + ended.detail() + ")");
        }
        return null;
    }
}
