package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.shell.run.RunState;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster run abort [ID]} */
@Command(
        name = "abort",
        description = "Stop a run from another terminal: it undoes what it changed and ends with exit code 4.",
        footer = {"", "Examples:", "  muster run abort                 the one that is running", "  muster run abort ID"
        })
public final class RunAbortCommand extends MusterCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            completionCandidates = RunIds.class,
            description = "a run's id; may be left out when only one is running")
    private String id;

    @Option(names = "--reason", defaultValue = "asked to", description = "why; it is written into the journal")
    private String reason;

    public RunAbortCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        RunDirectory run = id == null ? theOneRunning() : app().run(id);
        String by = System.getProperty("user.name", "another process");
        app().runService().abort(run, by, reason).ifPresent(why -> {
            throw new CommandFailure(ExitCode.USAGE, why);
        });
        say("asked " + run.runId() + " to stop; it is undoing what it changed");
        return ExitCode.OK;
    }

    private RunDirectory theOneRunning() {
        List<RunDirectory> running = app().runs().list().stream()
                .filter(run -> RunState.of(run).state().equals("running"))
                .toList();
        if (running.size() != 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    running.isEmpty()
                            ? "no run is going on"
                            : "several runs are going on: name one of "
                                    + running.stream().map(RunDirectory::runId).toList());
        }
        return running.get(0);
    }
}
