package dev.musterpoint.shell.console;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.Objects;

/**
 * Where a command reads and writes.
 *
 * @param out      results, for people or machines
 * @param err      messages
 * @param terminal whether a person watches {@code err} on a terminal that understands control characters
 * @param width    columns of that terminal
 * @param colour   whether colours are welcome
 */
public record Console(
        PrintWriter out, PrintWriter err, BufferedReader in, boolean terminal, int width, boolean colour) {
    private static final int NARROWEST = 40;

    public Console {
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
        Objects.requireNonNull(in);
        width = Math.max(width, NARROWEST);
    }

    public Ink ink() {
        return new Ink(colour);
    }

    /** This console with colours {@code always}, {@code never}, or, with {@code auto}, as it is. */
    public Console coloured(String when) {
        boolean on = when.equals("always") || (colour && !when.equals("never"));
        return on == colour ? this : new Console(out, err, in, terminal, width, on);
    }
}
