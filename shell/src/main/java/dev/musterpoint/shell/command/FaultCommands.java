package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster fault …} */
@Command(
        name = "fault",
        description = "Look up the faults that can be injected.",
        subcommands = {FaultCommands.ListTypes.class, FaultCommands.ShowType.class})
public final class FaultCommands extends Group {
    public FaultCommands(App app) {
        super(app, "list, show");
    }

    /** {@code muster fault list} */
    @Command(
            name = "list",
            description = "List the faults that can be injected.",
            footer = {"", "Example:", "  muster fault list --output json"})
    public static final class ListTypes extends TypeListCommand {
        public ListTypes(App app) {
            super(app, TypeKind.FAULT);
        }
    }

    /** {@code muster fault show TYPE} */
    @Command(
            name = "show",
            description = "Show what a fault takes, what it works with and what it may do.",
            footer = {"", "Example:", "  muster fault show process/kill"})
    public static final class ShowType extends TypeShowCommand {
        @Parameters(paramLabel = "TYPE", completionCandidates = TypeNames.Faults.class, description = TYPE)
        private String type;

        public ShowType(App app) {
            super(app, TypeKind.FAULT);
        }

        @Override
        String type() {
            return type;
        }
    }
}
