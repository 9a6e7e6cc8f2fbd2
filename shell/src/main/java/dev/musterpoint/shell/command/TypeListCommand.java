package dev.musterpoint.shell.command;

import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.shell.console.Table;
import java.util.Comparator;
import java.util.List;

/** Lists the types of one kind. */
abstract class TypeListCommand extends MusterCommand {
    private final TypeKind kind;

    TypeListCommand(App app, TypeKind kind) {
        super(app);
        this.kind = kind;
    }

    @Override
    final boolean mindsUnfinishedRuns() {
        return false;
    }

    @Override
    final ExitCode execute() {
        List<TypeInfo> types = kind.infos(app().catalogue()).stream()
                .sorted(Comparator.comparing(TypeInfo::type))
                .toList();
        print(types, () -> table(types));
        return ExitCode.OK;
    }

    private void table(List<TypeInfo> types) {
        Table table = new Table("TYPE", "SYSTEMS", "WHAT IT IS");
        types.forEach(type -> table.row(
                type.type(), type.systems().isEmpty() ? "-" : String.join(", ", type.systems()), type.summary()));
        table.print(console());
    }
}
