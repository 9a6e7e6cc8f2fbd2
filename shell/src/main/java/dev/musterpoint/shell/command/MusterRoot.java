package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;

/** {@code muster} itself; without a command it opens the shell, which {@link dev.musterpoint.shell.Main} sees to. */
@Command(
        name = "muster",
        description =
                "Runs disaster-recovery drills against real systems and proves how long recovery took and what was"
                        + " lost.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = VersionText.class,
        subcommands = {
            QuickstartCommand.class,
            SandboxCommands.class,
            DrillCommands.class,
            RunbookCommands.class,
            RunCommands.class,
            RecoverCommand.class,
            HaltCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            FaultCommands.class,
            ProbeCommands.class,
            StepCommands.class,
            WorkloadCommands.class,
            SystemCommands.class,
            SchemaCommand.class,
            ConfigCommands.class,
            DoctorCommand.class,
            CompletionCommand.class
        },
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
    public MusterRoot(App app) {
        super(app);
    }

    @Override
    ExitCode execute() {
        throw new CommandFailure(ExitCode.USAGE, "which command? 'muster --help' lists them");
    }
}
