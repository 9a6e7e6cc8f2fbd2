package dev.musterpoint.connections.command;

/**
 * How a program ended.
 *
 * @param exit   its exit code; 128 and more when a signal ended it
 * @param printed the beginning of what it printed on its standard output, as it came: for what is looked up in it, and
 *     never to be shown
 * @param output the beginning of what it printed on both its outputs, without secrets
 */
public record CommandResult(int exit, String output, String printed) {
    private static final int LONGEST_SHOWN = 200;

    /** {@code exit code 3: cannot open …}: in one line, as much as a message can hold. */
    public String summary() {
        String line = output.strip().replaceAll("\\s*\\R\\s*", " / ");
        String shown = line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
        return "exit code " + exit + (shown.isEmpty() ? "" : ": " + shown);
    }
}
