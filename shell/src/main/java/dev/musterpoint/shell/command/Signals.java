package dev.musterpoint.shell.command;

import dev.musterpoint.drills.engine.AbortSwitch;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.recovery.UndoFold;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.run.RunListener;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Ctrl-C, SIGTERM and a lost terminal all mean: stop, clean up, say so. A second Ctrl-C does not skip cleaning up; it says
 * what is still being undone.
 */
final class Signals implements AutoCloseable {
    private static final Map<String, String> MEANING =
            Map.of("INT", "Ctrl-C", "TERM", "SIGTERM", "HUP", "lost terminal");

    private final AbortSwitch abort;
    private final Consumer<String> say;
    private final UndoFold undone = new UndoFold();
    private final List<OsSignal> handlers;

    Signals(AbortSwitch abort, Consumer<String> say) {
        this.abort = abort;
        this.say = say;
        this.handlers = MEANING.keySet().stream()
                .map(name -> OsSignal.handle(name, () -> received(name)))
                .toList();
    }

    private void received(String name) {
        if (abort.request(System.getProperty("user.name", "a person"), MEANING.get(name))) {
            say.accept("stopping: what was changed is being undone; please wait");
        } else {
            say.accept("still undoing: " + pending());
        }
    }

    private synchronized String pending() {
        String targets = undone.pending().stream()
                .map(undo -> undo.target().isEmpty() ? undo.id() : undo.target())
                .collect(Collectors.joining(", "));
        return targets.isEmpty() ? "nothing; the journal is being closed" : targets;
    }

    private synchronized void fold(Evidence fact) {
        undone.add(fact);
    }

    /** Listens in for what is still to be undone. */
    RunListener watching(RunListener listener) {
        return new RunListener() {
            @Override
            public void starting(RunDirectory run, DrillPlan plan, RunClock clock) {
                listener.starting(run, plan, clock);
            }

            @Override
            public void recorded(JournalEntry entry) {
                fold(entry.body());
                listener.recorded(entry);
            }

            @Override
            public void observed(String probe, Observation observation, boolean good) {
                listener.observed(probe, observation, good);
            }

            @Override
            public void finished(RunDirectory run, Assessment assessment) {
                listener.finished(run, assessment);
            }
        };
    }

    @Override
    public void close() {
        handlers.forEach(OsSignal::close);
    }
}
