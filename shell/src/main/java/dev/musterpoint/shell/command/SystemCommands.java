package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster system …} */
@Command(
        name = "system",
        description = "Look up the systems that drills can work with.",
        subcommands = {SystemCommands.ListTypes.class, SystemCommands.ShowType.class})
public final class SystemCommands extends Group {
    public SystemCommands(App app) {
        super(app, "list, show");
    }

    /** {@code muster system list} */
    @Command(
            name = "list",
            description = "List the systems that drills can work with.",
            footer = {"", "Example:", "  muster system list --output json"})
    public static final class ListTypes extends TypeListCommand {
        public ListTypes(App app) {
            super(app, TypeKind.SYSTEM);
        }
    }

    /** {@code muster system show TYPE} */
    @Command(
            name = "show",
            description = "Show what a system takes, what it works with and what it may do.",
            footer = {"", "Example:", "  muster system show postgres"})
    public static final class ShowType extends TypeShowCommand {
        @Parameters(paramLabel = "TYPE", completionCandidates = TypeNames.Systems.class, description = TYPE)
        private String type;

        public ShowType(App app) {
            super(app, TypeKind.SYSTEM);
        }

        @Override
        String type() {
            return type;
        }
    }
}
