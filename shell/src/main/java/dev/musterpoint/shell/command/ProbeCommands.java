package dev.musterpoint.shell.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster probe …} */
@Command(
        name = "probe",
        description = "Look up the probes that can watch.",
        subcommands = {ProbeCommands.ListTypes.class, ProbeCommands.ShowType.class})
public final class ProbeCommands extends Group {
    public ProbeCommands(App app) {
        super(app, "list, show");
    }

    /** {@code muster probe list} */
    @Command(
            name = "list",
            description = "List the probes that can watch.",
            footer = {"", "Example:", "  muster probe list --output json"})
    public static final class ListTypes extends TypeListCommand {
        public ListTypes(App app) {
            super(app, TypeKind.PROBE);
        }
    }

    /** {@code muster probe show TYPE} */
    @Command(
            name = "show",
            description = "Show what a probe takes, what it works with and what it may do.",
            footer = {"", "Example:", "  muster probe show sql"})
    public static final class ShowType extends TypeShowCommand {
        @Parameters(paramLabel = "TYPE", completionCandidates = TypeNames.Probes.class, description = TYPE)
        private String type;

        public ShowType(App app) {
            super(app, TypeKind.PROBE);
        }

        @Override
        String type() {
            return type;
        }
    }
}
