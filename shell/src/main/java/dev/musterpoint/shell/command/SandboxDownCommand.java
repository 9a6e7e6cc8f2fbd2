package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.shell.sandbox.KeptSandboxes;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster sandbox down [ID]} */
@Command(
        name = "down",
        description = "End a sandbox and remove all of it; also what is left of one whose keeper died.",
        footer = {
            "",
            "Examples:",
            "  muster sandbox down                 the one that is up",
            "  muster sandbox down postgres-pair-1",
            "  muster sandbox down --all"
        })
public final class SandboxDownCommand extends MusterCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            completionCandidates = SandboxIds.class,
            description = "which; may be left out when there is only one")
    private String id;

    @Option(names = "--all", description = "all of them")
    private boolean all;

    public SandboxDownCommand(App app) {
        super(app);
    }

    /** What became of one, for machines. */
    record Result(String id, CleanUp cleanUp) {}

    @Override
    ExitCode execute() throws InterruptedException {
        KeptSandboxes sandboxes = app().sandboxes();
        List<Result> results = new ArrayList<>();
        for (RunDirectory directory : meant(sandboxes.list())) {
            results.add(new Result(directory.runId(), sandboxes.down(directory)));
        }
        print(results, () -> results.forEach(result -> out().println(result.id() + ": " + words(result.cleanUp()))));
        return results.stream().allMatch(result -> result.cleanUp() == CleanUp.CLEAN) ? ExitCode.OK : ExitCode.DIRTY;
    }

    private static String words(CleanUp state) {
        return state == CleanUp.CLEAN ? "gone" : "could not be removed (" + state + "); try again";
    }

    private List<RunDirectory> meant(List<RunDirectory> there) {
        if (all) {
            return there;
        }
        List<String> ids = there.stream().map(RunDirectory::runId).toList();
        List<String> ofName =
                ids.stream().filter(each -> each.startsWith(id + "-")).toList();
        String meant = ofName.size() == 1 && !ids.contains(id) ? ofName.get(0) : id;
        if (id == null && ids.size() != 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    ids.isEmpty()
                            ? "no sandbox is up"
                            : "several sandboxes are up: name one of " + String.join(", ", ids) + ", or say --all");
        }
        if (meant != null && !ids.contains(meant)) {
            throw new CommandFailure(
                    ExitCode.USAGE, "there is no sandbox '" + id + "'" + Nearest.hint(id, ids, "there are"));
        }
        return there.stream()
                .filter(each -> meant == null || each.runId().equals(meant))
                .toList();
    }
}
