package dev.musterpoint.shell.command;

import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.shell.console.Ink;
import dev.musterpoint.shell.doctor.Check;
import dev.musterpoint.shell.doctor.Check.State;
import dev.musterpoint.shell.doctor.ClusterRoles;
import dev.musterpoint.shell.doctor.Doctor;
import dev.musterpoint.shell.doctor.TargetDoctor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
            "  muster doctor --target ./orders.yaml      the systems of a drill: injects nothing",
            "  muster doctor --target ./pods.yaml --rbac | kubectl apply -f -      the least a drill needs in its cluster"
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

    @Option(
            names = "--rbac",
            description = "print the Roles and ClusterRoles that the drill of --target needs in its clusters, as YAML")
    private boolean rbac;

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
        if (rbac) {
            return roles();
        }
        List<Check> checks = target == null
                ? new Doctor(app().settings(), app().catalogue(), console().terminal()).checks()
                : targetChecks();
        print(checks, () -> checks.forEach(this::tell));
        return checks.stream().anyMatch(check -> check.state() == State.FAILED) ? ExitCode.UNREACHABLE : ExitCode.OK;
    }

    private ExitCode roles() {
        if (target == null) {
            throw new CommandFailure(ExitCode.USAGE, "--rbac needs '--target DRILL': a role is made for one drill");
        }
        DrillSpec drill = app().drillService().read(DrillArguments.file(app(), target), variables);
        List<ClusterRoles.Manifest> manifests = new ClusterRoles(app().catalogue(), drill).manifests();
        if (manifests.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "nothing of the drill '" + drill.metadata().name() + "' works with a cluster");
        }
        out().println(manifests.stream().map(ClusterRoles.Manifest::yaml).collect(Collectors.joining("---\n")));
        return ExitCode.OK;
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
