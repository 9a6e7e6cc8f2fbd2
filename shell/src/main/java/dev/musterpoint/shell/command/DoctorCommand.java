package dev.musterpoint.shell.command;

import dev.musterpoint.shell.console.Ink;
import dev.musterpoint.shell.doctor.Check;
import dev.musterpoint.shell.doctor.Check.State;
import dev.musterpoint.shell.doctor.Doctor;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code muster doctor} */
@Command(
        name = "doctor",
        description =
                "Look at this machine and at what earlier commands left; say what is in the way of a drill and how to"
                        + " mend it. Exit code 69 when something is.",
        footer = {"", "Example:", "  muster doctor --output json"})
public final class DoctorCommand extends MusterCommand {
    public DoctorCommand(App app) {
        super(app);
    }

    /** It says so itself, among the rest. */
    @Override
    boolean mindsUnfinishedRuns() {
        return false;
    }

    @Override
    ExitCode execute() {
        List<Check> checks =
                new Doctor(app().settings(), app().catalogue(), console().terminal()).checks();
        print(checks, () -> checks.forEach(this::tell));
        return checks.stream().anyMatch(check -> check.state() == State.FAILED) ? ExitCode.UNREACHABLE : ExitCode.OK;
    }

    private void tell(Check check) {
        Ink ink = console().ink();
        String mark =
                switch (check.state()) {
                    case OK -> ink.good("✓");
                    case WARNING -> ink.warn("!");
                    case FAILED -> ink.bad("✗");
                };
        out().println(mark + " " + check.name() + ": " + check.found());
        if (!check.mend().isEmpty()) {
            out().println("    mend it: " + check.mend());
        }
    }
}
