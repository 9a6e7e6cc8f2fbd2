package dev.musterpoint.shell.command;

import dev.musterpoint.drills.engine.AbortSwitch;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.recovery.UndoFold;
import dev.musterpoint.drills.spi.Operator;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.console.Foreground;
import dev.musterpoint.shell.console.LiveRunView;
import dev.musterpoint.shell.console.PlainRunView;
import dev.musterpoint.shell.console.QuietRunView;
import dev.musterpoint.shell.console.RunSummary;
import dev.musterpoint.shell.console.TerminalOperator;
import dev.musterpoint.shell.run.PreparedDrill;
import dev.musterpoint.shell.run.RunListener;
import dev.musterpoint.shell.run.RunOutput;
import dev.musterpoint.shell.run.RunService;
import java.util.function.Function;

/** Runs a drill for a command: signals, live view, summary, exit code. */
final class DrillRunner {
    private final MusterCommand command;
    private final Console console;

    DrillRunner(MusterCommand command) {
        this.command = command;
        this.console = command.console();
    }

    ExitCode run(PreparedDrill drill) throws Exception {
        drill.warnings().forEach(warning -> command.say("warning: " + warning));
        AbortSwitch abort = new AbortSwitch();
        RunListener view = view();
        RunService.Finished finished;
        Foreground foreground = view instanceof Foreground live ? live : command::say;
        try (Signals signals = new Signals(abort, foreground::write)) {
            finished = command.app().runService().run(drill, abort, operator(foreground), signals.watching(view));
        }
        command.print(RunOutput.of(finished.run(), finished.assessment()), () -> summary(drill.plan(), finished));
        return ExitCode.of(finished.assessment(), unreachable(finished.run()));
    }

    private RunListener view() {
        if (command.global.quiet) {
            return new QuietRunView();
        }
        return console.terminal() ? new LiveRunView(console) : new PlainRunView(console);
    }

    private Operator operator(Foreground foreground) {
        return console.terminal() ? new TerminalOperator(console, foreground) : Operator.ABSENT;
    }

    private void summary(DrillPlan plan, RunService.Finished finished) {
        Assessment assessment = finished.assessment();
        RunSummary summary = new RunSummary(console.ink());
        command.out().println(summary.headline(plan, assessment));
        summary.details(assessment, command.out());
        command.out().println("  report: " + finished.run().report().resolve("report.html"));
        command.out().println("  next:   muster verify " + finished.run().runId());
        if (assessment.cleanUp() != CleanUp.CLEAN) {
            leftBehind(finished.run());
        }
    }

    private void leftBehind(RunDirectory run) {
        UndoFold fold = new UndoFold();
        RunReader reader = new RunReader(run);
        reader.journal(entry -> fold.add(entry.body()));
        reader.recovery(entry -> fold.add(entry.body()));
        fold.pending().forEach(undo -> command.out()
                .println("  " + console.ink().bad("left") + ":   " + undo.target() + "; undo it by hand: "
                        + undo.byHand()));
        command.out().println("          or try again: muster recover " + run.runId());
    }

    /** A needed system could not be reached, and nothing was injected. */
    private static boolean unreachable(RunDirectory run) {
        Function<Class<? extends Evidence>, Boolean> none =
                kind -> new RunReader(run).facts(kind).isEmpty();
        return none.apply(Evidence.InjectionReturned.class)
                && new RunReader(run).facts(Evidence.ProblemMet.class).stream().anyMatch(problem -> problem.where()
                        .startsWith("system "));
    }
}
