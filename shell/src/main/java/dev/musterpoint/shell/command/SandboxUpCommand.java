package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.MachineOutput;
import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.shell.sandbox.KeptSandbox;
import dev.musterpoint.shell.sandbox.KeptSandboxes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster sandbox up NAME} */
@Command(
        name = "up",
        description = "Start a sandbox that stays up until 'muster sandbox down'.",
        footer = {
            "",
            "Examples:",
            "  muster sandbox up postgres-pair",
            "  muster sandbox up postgres-pair --with replication=delayed --with delay=2s"
        })
public final class SandboxUpCommand extends MusterCommand {
    @Parameters(
            paramLabel = "NAME",
            completionCandidates = SandboxNames.class,
            description = "which sandbox, such as postgres-pair")
    private String name;

    @Option(
            names = "--with",
            paramLabel = "NAME=VALUE",
            description = "a parameter of it ('muster system show sandbox' lists them); may be repeated")
    private Map<String, String> parameters = new LinkedHashMap<>();

    public SandboxUpCommand(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        KeptSandboxes sandboxes = app().sandboxes();
        check(sandboxes);
        KeptSandbox kept = start(sandboxes);
        RunDirectory directory = sandboxes.list().stream()
                .filter(each -> each.runId().equals(kept.id()))
                .findFirst()
                .orElseThrow();
        SandboxView view = SandboxView.of(directory, sandboxes, new SystemRunClock().instant());
        print(view, () -> tell(view));
        return ExitCode.OK;
    }

    private void check(KeptSandboxes sandboxes) {
        List<String> names = sandboxes.names();
        if (!names.contains(name)) {
            throw new CommandFailure(
                    ExitCode.USAGE, "there is no sandbox '" + name + "'" + Nearest.hint(name, names, "there are"));
        }
        List<String> known = sandboxes.parameters().stream()
                .map(Parameter::name)
                .filter(each -> !each.equals("name"))
                .toList();
        for (String given : parameters.keySet()) {
            if (!known.contains(given)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "the sandbox has no parameter '" + given + "'" + Nearest.hint(given, known, "it has"));
            }
        }
    }

    private KeptSandbox start(KeptSandboxes sandboxes) {
        try {
            return sandboxes.up(name, parameters);
        } catch (KeptSandboxes.NotStarted e) {
            throw new CommandFailure(ExitCode.UNREACHABLE, e.getMessage());
        }
    }

    private void tell(SandboxView view) {
        out().println(console().ink().good("up") + ": " + view.id());
        view.members().forEach(server -> out().println("  " + server.name() + "  " + server.address()
                + (server.pid().isEmpty() ? "" : "  pid " + server.pid())));
        out().println();
        out().println("In a drill:");
        out().println();
        out().println(MachineOutput.yaml(view.systems()));
        out().println();
        out().println("It stays up until: muster sandbox down " + view.id());
    }
}
