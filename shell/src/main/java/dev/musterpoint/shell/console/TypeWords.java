package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;

/** What the catalogue knows of types and their parameters, in words. */
public final class TypeWords {
    private TypeWords() {}

    public static String undone(UndoKind kind) {
        return switch (kind) {
            case AUTO -> "by itself, always";
            case IF -> "by itself, on a condition that is read again at that moment";
            case MANUAL -> "by a person: until then the run counts as dirty";
            case NONE -> "nothing of it stays behind";
        };
    }

    /** What a parameter's value may be. */
    public static String type(Parameter parameter) {
        return parameter.choices().isEmpty() ? word(parameter.type()) : String.join(" | ", parameter.choices());
    }

    /** What holds when it is left out. */
    public static String leftOut(Parameter parameter) {
        return parameter.required() ? "required" : parameter.otherwise().orElse("-");
    }

    private static String word(ParameterType type) {
        return switch (type) {
            case TEXT, CONTENT -> "text";
            case STATEMENT -> "SQL statement";
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
            case FILE -> "path of a file";
            case URL -> "address (http://host/)";
        };
    }
}
