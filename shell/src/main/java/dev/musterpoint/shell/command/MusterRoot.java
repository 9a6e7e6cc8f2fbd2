package dev.musterpoint.shell.command;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code muster} itself; without a command it opens the shell, which {@link dev.musterpoint.shell.Main} sees to. */
@Command(
        name = "muster",
        description =
                "Runs disaster-recovery drills against real systems and proves how long recovery took and what was"
                        + " lost.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  muster quickstart                 fail over a real PostgreSQL pair, measure it, report",
            "  muster drill run quickstart       the same, as any drill",
            "  muster run show last              the story of the last run",
            "  muster verify last                check its evidence",
            "  muster                            the interactive shell"
        })
public final class MusterRoot extends MusterCommand {
    /** All commands by their names, in the order in which help lists them. */
    private static final List<Map.Entry<String, Class<? extends MusterCommand>>> COMMANDS = List.of(
            Map.entry("quickstart", QuickstartCommand.class),
            Map.entry("sandbox", SandboxCommands.class),
            Map.entry("drill", DrillCommands.class),
            Map.entry("runbook", RunbookCommands.class),
            Map.entry("run", RunCommands.class),
            Map.entry("recover", RecoverCommand.class),
            Map.entry("halt", HaltCommand.class),
            Map.entry("report", ReportCommand.class),
            Map.entry("verify", VerifyCommand.class),
            Map.entry("fault", FaultCommands.class),
            Map.entry("probe", ProbeCommands.class),
            Map.entry("step", StepCommands.class),
            Map.entry("workload", WorkloadCommands.class),
            Map.entry("system", SystemCommands.class),
            Map.entry("condition", ConditionCommands.class),
            Map.entry("schema", SchemaCommand.class),
            Map.entry("config", ConfigCommands.class),
            Map.entry("doctor", DoctorCommand.class),
            Map.entry("completion", CompletionCommand.class),
            Map.entry("reference", ReferenceCommand.class));

    public MusterRoot(App app) {
        super(app);
    }

    /** All commands by name. */
    static List<Map.Entry<String, Class<? extends MusterCommand>>> commands() {
        return COMMANDS;
    }

    /** The one that {@code arguments} begin with; all when they begin with none, for help and suggestions. */
    static List<Map.Entry<String, Class<? extends MusterCommand>>> commands(String... arguments) {
        return COMMANDS.stream()
                .filter(command -> arguments.length > 0 && command.getKey().equals(arguments[0]))
                .findFirst()
                .map(List::of)
                .orElse(COMMANDS);
    }

    @Override
    ExitCode execute() {
        throw new CommandFailure(ExitCode.USAGE, "which command? 'muster --help' lists them");
    }
}
