package dev.musterpoint.shell.console;

import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Operator;
import dev.musterpoint.reports.model.Legible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The person at the terminal: is shown what to do, and confirms with Enter. */
public final class TerminalOperator implements Operator {
    private static final long LOOK_MILLIS = 50;

    private final Console console;
    private final Foreground foreground;

    public TerminalOperator(Console console, Foreground foreground) {
        this.console = console;
        this.foreground = foreground;
    }

    @Override
    public boolean isPresent() {
        return true;
    }

    @Override
    public String confirm(RunbookStep.Manual step, Cancellation cancellation) throws InterruptedException {
        foreground.write("\n" + console.ink().bold("For you to do: " + Legible.clean(step.name())) + "\n"
                + wrapped(Legible.clean(step.instructions().strip())) + "\nPress Enter when it is done.\n");
        try {
            // Reading would block past a cancellation, so it waits until there is something to read.
            while (!console.in().ready()) {
                cancellation.throwIfCancelled();
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            console.in().readLine();
            foreground.entered();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from the terminal", e);
        }
        return System.getProperty("user.name", "a person");
    }

    /** Broken between words where a line is wider than the terminal. */
    private String wrapped(String text) {
        String piece = "(.{1," + console.width() + "})(?: +|$)";
        return text.lines()
                .map(line -> line.replaceAll(piece, "$1\n").stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
