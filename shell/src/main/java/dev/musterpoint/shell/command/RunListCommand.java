package dev.musterpoint.shell.command;

import dev.musterpoint.shell.console.Table;
import dev.musterpoint.shell.run.RunState;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code muster run list} */
@Command(
        name = "list",
        description = "List all runs, oldest first: how each ended, what it showed, what it left.",
        footer = {"", "Example:", "  muster run list --output json"})
public final class RunListCommand extends MusterCommand {
    public RunListCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        List<RunState> states = app().runs().list().stream().map(RunState::of).toList();
        print(states, () -> table(states));
        return ExitCode.OK;
    }

    private void table(List<RunState> states) {
        if (states.isEmpty()) {
            say("no runs in " + app().settings().runs() + " yet; 'muster quickstart' makes one");
            return;
        }
        Table table = new Table("RUN", "STATE", "VERDICT", "CLEAN-UP");
        states.forEach(state -> table.row(state.runId(), state.state(), state.verdict(), state.cleanUp()));
        table.print(console());
    }
}
