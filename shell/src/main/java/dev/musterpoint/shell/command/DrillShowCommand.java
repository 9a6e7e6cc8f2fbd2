package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster drill show DRILL} */
@Command(
        name = "show",
        description = "Print a drill's file, with the comments of its author.",
        footer = {"", "Example:", "  muster drill show quickstart > my-drill.yaml"})
public final class DrillShowCommand extends MusterCommand {
    @Mixin
    private final DrillArguments which = new DrillArguments();

    public DrillShowCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        SourceFile file = SourceFile.read(which.file(app()));
        print(file, () -> out().print(file.text()));
        return ExitCode.OK;
    }
}
