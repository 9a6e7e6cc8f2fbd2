package dev.musterpoint.shell.command;

import dev.musterpoint.shell.run.PreparedDrill;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster drill validate DRILL} */
@Command(
        name = "validate",
        description = "Check a drill and its runbook; every problem is named with its place.",
        footer = {"", "Example:", "  muster drill validate ./orders-failover.yaml"})
public final class DrillValidateCommand extends MusterCommand {
    @Mixin
    private final DrillArguments which = new DrillArguments();

    public DrillValidateCommand(App app) {
        super(app);
    }

    /** What checking found, for machines; problems end the command with their own message. */
    record Result(String drill, boolean valid, List<String> warnings) {}

    @Override
    ExitCode execute() {
        PreparedDrill drill = which.prepare(app());
        String name = drill.plan().spec().metadata().name();
        print(new Result(name, true, drill.warnings()), () -> {
            out().println(name + " is valid");
            drill.warnings().forEach(warning -> out().println("warning: " + warning));
        });
        return ExitCode.OK;
    }
}
