package dev.musterpoint.shell.command;

import dev.musterpoint.shell.console.Ink;
import dev.musterpoint.shell.doctor.Check;
import dev.musterpoint.shell.doctor.Check.State;
import dev.musterpoint.shell.doctor.Doctor;
import dev.musterpoint.shell.doctor.TargetDoctor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster doctor} */
@Command(
        name = "doctor",
        description =
                "Look at this machine and at what earlier commands left, or at the systems of a drill; say what is in the way"
                        + " and how to mend it. Exit code 69 when something is.",
        footer = {
            "",
            "Examples:",
            "  muster doctor",
            "  muster doctor --target ./orders.yaml      the systems of a drill: injects nothing"
        })
public final class DoctorCommand extends MusterCommand {
    @Option(
            names = "--target",
            paramLabel = "DRILL",
            completionCandidates = DrillNames.class,
            description = "look at the systems and probes of this drill instead; a name, or a file")
    private String target;

    @Option(names = "--var", paramLabel = "NAME=VALUE", description = "sets a variable of that drill; may be repeated")
    private Map<String, String> variables = new LinkedHashMap<>();

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
        List<Check> checks = target == null
                ? new Doctor(app().settings(), app().catalogue(), console().terminal()).checks()
                : targetChecks();
        print(checks, () -> checks.forEach(this::tell));
        return checks.stream().anyMatch(check -> check.state() == State.FAILED) ? ExitCode.UNREACHABLE : ExitCode.OK;
    }

    private List<Check> targetChecks() {
        Path file = DrillArguments.file(app(), target);
        return new TargetDoctor(app().catalogue(), app().drillService(), file, variables).checks();
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
