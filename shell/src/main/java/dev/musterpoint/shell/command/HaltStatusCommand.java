package dev.musterpoint.shell.command;

import dev.musterpoint.programme.halt.Halt;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code muster halt status} */
@Command(name = "status", description = "Whether the lever is engaged: why, by whom, and since when.")
public final class HaltStatusCommand extends MusterCommand {
    public HaltStatusCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        Optional<Halt> halt = app().halt().engaged();
        print(halt.map(HaltStatus::of).orElse(HaltStatus.RELEASED), () -> out().println(
                        halt.map(engaged -> "engaged: " + engaged).orElse("not engaged")));
        return ExitCode.OK;
    }
}
