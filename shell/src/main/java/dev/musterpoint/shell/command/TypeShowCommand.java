package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.shell.console.TypeText;
import java.util.List;

/** Shows one type: what the catalogue knows of it. */
abstract class TypeShowCommand extends MusterCommand {
    private final TypeKind kind;

    /** Describes the parameter of each of these commands. */
    static final String TYPE = "the type's name, as drills and runbooks have it under 'type:'";

    TypeShowCommand(App app, TypeKind kind) {
        super(app);
        this.kind = kind;
    }

    @Override
    final boolean mindsUnfinishedRuns() {
        return false;
    }

    /** Which type is asked for; each command completes those of its own kind. */
    abstract String type();

    @Override
    final ExitCode execute() {
        String type = type();
        List<TypeInfo> types = kind.infos(app().catalogue());
        TypeInfo found = types.stream()
                .filter(info -> info.type().equals(type))
                .findFirst()
                .orElseThrow(() -> unknown(type, types));
        print(found, () -> new TypeText(console()).print(kind.word(), found));
        return ExitCode.OK;
    }

    private CommandFailure unknown(String type, List<TypeInfo> types) {
        return new CommandFailure(
                ExitCode.USAGE,
                "there is no " + kind.word() + " type '" + type + "'"
                        + Nearest.hint(type, types.stream().map(TypeInfo::type).toList(), "there are"));
    }
}
