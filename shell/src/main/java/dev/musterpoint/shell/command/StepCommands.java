package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster step …} */
@Command(
        name = "step",
        description = "Look up the steps that runbooks can take.",
        subcommands = {StepCommands.ListTypes.class, StepCommands.ShowType.class})
public final class StepCommands extends Group {
    public StepCommands(App app) {
        super(app, "list, show");
    }

    /** {@code muster step list} */
    @Command(
            name = "list",
            description = "List the steps that runbooks can take.",
            footer = {"", "Example:", "  muster step list --output json"})
    public static final class ListTypes extends TypeListCommand {
        public ListTypes(App app) {
            super(app, TypeKind.STEP);
        }
    }

    /** {@code muster step show TYPE} */
    @Command(
            name = "show",
            description = "Show what a step takes, what it works with and what it may do.",
            footer = {"", "Example:", "  muster step show postgres/promote"})
    public static final class ShowType extends TypeShowCommand {
        @Parameters(paramLabel = "TYPE", completionCandidates = TypeNames.Steps.class, description = TYPE)
        private String type;

        public ShowType(App app) {
            super(app, TypeKind.STEP);
        }

        @Override
        String type() {
            return type;
        }
    }
}
