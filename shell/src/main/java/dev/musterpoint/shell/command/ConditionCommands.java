package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster condition …} */
@Command(
        name = "condition",
        description = "Look up the conditions that faults can have.",
        subcommands = {ConditionCommands.ListTypes.class, ConditionCommands.ShowType.class})
public final class ConditionCommands extends Group {
    public ConditionCommands(App app) {
        super(app, "list, show");
    }

    /** {@code muster condition list} */
    @Command(
            name = "list",
            description = "List the conditions that faults can have.",
            footer = {"", "Example:", "  muster condition list --output json"})
    public static final class ListTypes extends TypeListCommand {
        public ListTypes(App app) {
            super(app, TypeKind.CONDITION);
        }
    }

    /** {@code muster condition show TYPE} */
    @Command(
            name = "show",
            description = "Show what a condition takes, what it works with and what it may do.",
            footer = {"", "Example:", "  muster condition show postgres/role"})
    public static final class ShowType extends TypeShowCommand {
        @Parameters(paramLabel = "TYPE", completionCandidates = TypeNames.Conditions.class, description = TYPE)
        private String type;

        public ShowType(App app) {
            super(app, TypeKind.CONDITION);
        }

        @Override
        String type() {
            return type;
        }
    }
}
