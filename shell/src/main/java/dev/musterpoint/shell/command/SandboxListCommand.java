package dev.musterpoint.shell.command;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.shell.console.Table;
import dev.musterpoint.shell.sandbox.KeptSandboxes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code muster sandbox list} */
@Command(
        name = "list",
        description = "List the sandboxes that are kept up.",
        footer = {"", "Example:", "  muster sandbox list --output json"})
public final class SandboxListCommand extends MusterCommand {
    public SandboxListCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        KeptSandboxes sandboxes = app().sandboxes();
        Instant now = new SystemRunClock().instant();
        List<SandboxView> views = sandboxes.list().stream()
                .map(directory -> SandboxView.of(directory, sandboxes, now))
                .toList();
        print(views, () -> table(views));
        return ExitCode.OK;
    }

    private void table(List<SandboxView> views) {
        if (views.isEmpty()) {
            say("no sandboxes; 'muster sandbox up postgres-pair' starts one");
            return;
        }
        Table table = new Table("SANDBOX", "STATE", "KEEPER", "AGE", "ADDRESSES");
        views.forEach(view -> table.row(
                view.id(),
                view.state(),
                Long.toString(view.keeperPid()),
                Durations.format(Duration.ofSeconds(view.ageSeconds())),
                view.addresses()));
        table.print(console());
        if (views.stream().anyMatch(view -> view.state().equals("dead"))) {
            say("what is left of a dead one goes with 'muster sandbox down ID'");
        }
    }
}
