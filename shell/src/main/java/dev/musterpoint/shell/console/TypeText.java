package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;

/** What the catalogue knows of one type, for people. */
public final class TypeText {
    private final Console console;

    public TypeText(Console console) {
        this.console = console;
    }

    /** @param kind what the type is one of: {@code fault}, {@code probe} and so on */
    public void print(String kind, TypeInfo info) {
        console.out().println(console.ink().bold(info.type()) + "  (" + kind + ")");
        console.out().println("  " + info.summary());
        if (!info.systems().isEmpty()) {
            console.out().println("  works with systems of type: " + String.join(", ", info.systems()));
        }
        if (!info.permissions().isEmpty()) {
            console.out().println("  needs to be allowed: " + String.join("; ", info.permissions()));
        }
        if (info.undo() != UndoKind.NONE || kind.equals("fault")) {
            console.out().println("  undone: " + TypeWords.undone(info.undo()));
        }
        parameters("target", info.targetParameters());
        parameters(kind.equals("step") ? "with" : "", info.parameters());
    }

    private void parameters(String under, List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        console.out().println();
        console.out().println(under.isEmpty() ? "parameters" : "parameters under '" + under + ":'");
        Table table = new Table("  NAME", "TYPE", "WHEN LEFT OUT", "WHAT IT IS");
        parameters.forEach(parameter -> row(table, "  ", parameter));
        table.print(console);
    }

    /** The keys of a mapping follow it, a step to the right. */
    private static void row(Table table, String indent, Parameter parameter) {
        table.row(
                indent + parameter.name(),
                TypeWords.type(parameter),
                TypeWords.leftOut(parameter),
                parameter.description());
        parameter.fields().forEach(field -> row(table, indent + "  ", field));
    }
}
