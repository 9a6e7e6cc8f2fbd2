package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;
import java.util.stream.Collectors;

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
            console.out().println("  undone: " + undone(info.undo()));
        }
        parameters("target", info.targetParameters());
        parameters(kind.equals("step") ? "with" : "", info.parameters());
    }

    private static String undone(UndoKind kind) {
        return switch (kind) {
            case AUTO -> "by itself, always";
            case IF -> "by itself, on a condition that is read again at that moment";
            case MANUAL -> "by a person: until then the run counts as dirty";
            case NONE -> "nothing of it stays behind";
        };
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
        table.row(indent + parameter.name(), type(parameter), leftOut(parameter), parameter.description());
        parameter.fields().forEach(field -> row(table, indent + "  ", field));
    }

    private static String type(Parameter parameter) {
        return parameter.choices().isEmpty()
                ? word(parameter.type())
                : parameter.choices().stream().collect(Collectors.joining(" | "));
    }

    private static String word(ParameterType type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "whole number";
            case BOOLEAN -> "true | false";
            case DURATION -> "duration (200ms)";
            case SHARE -> "share (5%)";
            case RATE -> "rate (200/s)";
            case TEXT_LIST -> "list of texts";
            case SECRET -> "{ env: NAME } or { file: PATH }";
            case TEXT_MAP -> "map of texts";
            case SECRET_MAP -> "map of texts or secrets";
            case RANGES -> "number, range (200-299), or list";
            case MAPPING -> "mapping";
            case PROGRAM -> "[/path/of/program, argument]";
            case URL -> "address (http://host/)";
        };
    }

    private static String leftOut(Parameter parameter) {
        return parameter.required() ? "required" : parameter.otherwise().orElse("-");
    }
}
