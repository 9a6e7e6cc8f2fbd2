package dev.musterpoint.shell.command;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.run.RecoverService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        ExitCode code = ExitCode.OK;
        List<Result> results = new ArrayList<>();
        for (RunDirectory run : due) {
            Optional<Assessment> assessment = service.recover(run);
            String state = assessment.map(found -> found.cleanUp().name()).orElse("RUNNING");
            results.add(new Result(run.runId(), state));
            if (assessment.isPresent() && assessment.get().cleanUp() != CleanUp.CLEAN) {
                code = ExitCode.DIRTY;
            }
        }
        print(results, () -> tell(results));
        return code;
    }

    private void tell(List<Result> results) {
        if (results.isEmpty()) {
            out().println("nothing to recover");
        }
        results.forEach(result -> out().println(result.runId() + ": "
                + (result.cleanUp().equals("RUNNING")
                        ? "still running; 'muster run abort' stops it"
                        : result.cleanUp())));
    }
}
