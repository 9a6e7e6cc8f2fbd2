package dev.musterpoint.shell.console;

/** Where a person is spoken to while a run is under way. */
@FunctionalInterface
public interface Foreground {
    /** Writes lines that stay. */
    void write(String text);

    /** Enter was pressed: the terminal itself has begun a new line. */
    default void entered() {
        // Nothing stands below that would have to move.
    }
}
