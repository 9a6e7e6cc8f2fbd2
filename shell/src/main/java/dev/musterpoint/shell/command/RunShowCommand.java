package dev.musterpoint.shell.command;

import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.console.PlainRunView;
import dev.musterpoint.shell.console.RunSummary;
import dev.musterpoint.shell.console.RunWords;
import dev.musterpoint.shell.run.RunOutput;
import dev.musterpoint.shell.run.RunState;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster run show ID} */
@Command(
        name = "show",
        description = "Tell a run's story: what happened when, and what it came to.",
        footer = {"", "Examples:", "  muster run show last", "  muster run show 2026-11-21T09-00-00Z-quickstart -o json"
        })
public final class RunShowCommand extends MusterCommand {
    @Parameters(
            paramLabel = "RUN",
            completionCandidates = RunIds.class,
            description = "a run's id, a part of it that fits one run, or 'last'")
    private String id;

    @Option(names = "--exit-code", description = "end with the run's own exit code")
    private boolean exitCode;

    public RunShowCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        RunDirectory run = app().run(id);
        Optional<Assessment> assessment = run.isSealed() ? new RunReader(run).assessment() : Optional.empty();
        Object forMachines =
                assessment.<Object>map(found -> RunOutput.of(run, found)).orElse(RunState.of(run));
        print(forMachines, () -> story(run, assessment));
        if (!exitCode) {
            return ExitCode.OK;
        }
        return assessment.map(found -> ExitCode.of(found, false)).orElse(ExitCode.NO_VERDICT);
    }

    private void story(RunDirectory run, Optional<Assessment> assessment) {
        RunReader reader = new RunReader(run);
        out().println(console().ink().bold(run.runId()));
        reader.journal(this::line);
        if (Files.exists(run.recovery())) {
            out().println(console().ink().faint("  what followed, by the clock of who took over:"));
            reader.recovery(this::line);
        }
        if (assessment.isEmpty()) {
            boolean running = RunState.of(run).state().equals("running");
            out().println(
                            running
                                    ? "it is running now"
                                    : "its runner is gone and nobody has recovered it; 'muster recover " + run.runId()
                                            + "' does");
            return;
        }
        RunSummary summary = new RunSummary(console().ink());
        out().println(summary.headline(reader.plan(), assessment.get()));
        summary.details(assessment.get(), out());
        out().println("  report: " + run.report().resolve("report.html"));
    }

    private void line(JournalEntry entry) {
        RunWords.of(entry.body()).ifPresent(words -> out().println(PlainRunView.line(entry, words)));
    }
}
