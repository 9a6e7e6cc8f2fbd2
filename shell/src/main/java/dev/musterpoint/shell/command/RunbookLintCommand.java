package dev.musterpoint.shell.command;

import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.runbooks.RunbookLint;
import dev.musterpoint.runbooks.RunbookRemark;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster runbook lint RUNBOOK} */
@Command(
        name = "lint",
        description =
                "Check a runbook: every error with its place, and remarks on what is allowed and will serve badly.",
        footer = {"", "Example:", "  muster runbook lint ./promote-standby.yaml"})
public final class RunbookLintCommand extends MusterCommand {
    @Mixin
    private final RunbookArguments which = new RunbookArguments();

    public RunbookLintCommand(App app) {
        super(app);
    }

    /** What checking found, for machines; errors end the command with their own message. */
    record Result(String runbook, boolean valid, List<RunbookRemark> remarks) {}

    @Override
    ExitCode execute() {
        Runbook runbook = which.read(app());
        List<RunbookRemark> remarks = RunbookLint.check(runbook);
        String name = runbook.metadata().name();
        print(new Result(name, true, remarks), () -> {
            out().println(name + " is valid" + (remarks.isEmpty() ? "" : ", and yet:"));
            remarks.forEach(remark -> out().println("  " + remark));
        });
        return ExitCode.OK;
    }
}
