package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster workload …} */
@Command(
        name = "workload",
        description = "Look up the workloads that can write.",
        subcommands = {WorkloadCommands.ListTypes.class, WorkloadCommands.ShowType.class})
public final class WorkloadCommands extends Group {
    public WorkloadCommands(App app) {
        super(app, "list, show");
    }

    /** {@code muster workload list} */
    @Command(
            name = "list",
            description = "List the workloads that can write.",
            footer = {"", "Example:", "  muster workload list --output json"})
    public static final class ListTypes extends TypeListCommand {
        public ListTypes(App app) {
            super(app, TypeKind.WORKLOAD);
        }
    }

    /** {@code muster workload show TYPE} */
    @Command(
            name = "show",
            description = "Show what a workload takes, what it works with and what it may do.",
            footer = {"", "Example:", "  muster workload show sql"})
    public static final class ShowType extends TypeShowCommand {
        @Parameters(paramLabel = "TYPE", completionCandidates = TypeNames.Workloads.class, description = TYPE)
        private String type;

        public ShowType(App app) {
            super(app, TypeKind.WORKLOAD);
        }

        @Override
        String type() {
            return type;
        }
    }
}
