package dev.musterpoint.shell.command;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.shell.run.RecoverService;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster recover [ID]} */
@Command(
        name = "recover",
        description = "Remove what interrupted runs left behind, and seal them.",
        footer = {"", "Examples:", "  muster recover          all that need it", "  muster recover last"})
public final class RecoverCommand extends MusterCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            completionCandidates = RunIds.class,
            description = "a run's id; all that need it when left out")
    private String id;

    private static final String RUNNING = "RUNNING";
    private static final String UNFINISHED = "UNFINISHED";

    public RecoverCommand(App app) {
        super(app);
    }

    @Override
    boolean mindsUnfinishedRuns() {
        return false;
    }

    /** What became of one run, for machines. */
    record Result(String runId, String cleanUp) {}

    @Override
    ExitCode execute() throws InterruptedException {
        RecoverService service = app().recoverService();
        List<RunDirectory> due = id == null ? service.due() : List.of(app().run(id));
        List<Result> results = new ArrayList<>();
        for (RunDirectory run : due) {
            results.add(new Result(run.runId(), recover(service, run)));
        }
        print(results, () -> tell(results));
        return code(results);
    }

    /** The state of what the run changed, or why that is not known. One that cannot be written keeps no other from its turn. */
    private String recover(RecoverService service, RunDirectory run) throws InterruptedException {
        try {
            return service.recover(run).map(found -> found.cleanUp().name()).orElse(RUNNING);
        } catch (UncheckedIOException e) {
            say("muster: " + e.getMessage() + "; it was undone as far as could be. Make room, or the directory"
                    + " writable, and try again");
            return UNFINISHED;
        }
    }

    private static ExitCode code(List<Result> results) {
        List<String> states = results.stream().map(Result::cleanUp).toList();
        if (states.contains(CleanUp.DIRTY.name()) || states.contains(CleanUp.UNKNOWN.name())) {
            return ExitCode.DIRTY;
        }
        return states.contains(UNFINISHED) ? ExitCode.INTERNAL : ExitCode.OK;
    }

    private void tell(List<Result> results) {
        if (results.isEmpty()) {
            out().println("nothing to recover");
        }
        results.forEach(result -> out().println(result.runId() + ": "
                + (result.cleanUp().equals(RUNNING)
                        ? "still running; 'muster run abort' stops it"
                        : result.cleanUp())));
    }
}
