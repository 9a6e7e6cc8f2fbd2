package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;

/** {@code muster halt release} */
@Command(name = "release", description = "Let drills run again. Those that were stopped do not go on.")
public final class HaltReleaseCommand extends MusterCommand {
    public HaltReleaseCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        boolean was = app().halt().release();
        print(HaltStatus.RELEASED, () -> out().println(was ? "released" : "it was not engaged"));
        return ExitCode.OK;
    }
}
