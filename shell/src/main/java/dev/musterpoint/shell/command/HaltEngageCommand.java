package dev.musterpoint.shell.command;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.programme.halt.Halt;
import dev.musterpoint.shell.run.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster halt engage --reason TEXT} */
@Command(
        name = "engage",
        description = "Stop running drills, which undo what they changed, and refuse new ones.",
        footer = {"", "Example:", "  muster halt engage --reason 'the shop is on fire'"})
public final class HaltEngageCommand extends MusterCommand {
    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why; those who are stopped or refused read it")
    private String reason;

    public HaltEngageCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        if (reason.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "--reason must not be blank: others will want to know why");
        }
        String by = System.getProperty("user.name", "unknown");
        Halt halt = app().halt().engage(reason, by, new SystemRunClock().instant());
        long stopping = app().runs().list().stream()
                .filter(run -> RunState.of(run).state().equals("running"))
                .count();
        print(HaltStatus.of(halt), () -> out().println("engaged: " + halt + "; drills that run and stop now: "
                + stopping + ". 'muster halt release' lets drills run again"));
        return ExitCode.OK;
    }
}
