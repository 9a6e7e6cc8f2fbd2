package dev.musterpoint.shell.console;

import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Operator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** The person at the terminal: is shown what to do, and confirms with Enter. */
public final class TerminalOperator implements Operator {
    private static final long LOOK_MILLIS = 50;

    private final Console console;

    public TerminalOperator(Console console) {
        this.console = console;
    }

    @Override
    public boolean isPresent() {
        return true;
    }

    @Override
    public String confirm(RunbookStep.Manual step, Cancellation cancellation) throws InterruptedException {
        console.err().println();
        console.err().println(console.ink().bold("For you to do: " + step.name()));
        console.err().println(step.instructions().strip());
        console.err().println("Press Enter when it is done.");
        console.err().flush();
        try {
            // Reading would block past a cancellation, so it waits until there is something to read.
            while (!console.in().ready()) {
                cancellation.throwIfCancelled();
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            console.in().readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from the terminal", e);
        }
        return System.getProperty("user.name", "a person");
    }
}
