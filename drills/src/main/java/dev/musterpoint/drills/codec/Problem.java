package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.Checks;
import java.util.Comparator;

/**
 * One thing that is wrong with a file.
 *
 * @param line    counted from 1; 0 when the problem is with the file as a whole
 * @param column  counted from 1 in code points; 0 when the problem is with the file as a whole
 * @param message what is wrong and what to do, in one line without control characters
 */
public record Problem(String file, int line, int column, String message) implements Comparable<Problem> {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    public Problem {
        file = Quoted.visible(Checks.text(file, "file"));
        Checks.atLeast(line, 0, "line");
        Checks.atLeast(column, 0, "column");
        message = Quoted.visible(Checks.text(message, "message"));
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }

    /** {@code file:line:column: message}, which editors can jump to. */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }
}
