package dev.musterpoint.connections.http;

/**
 * What a host answered.
 *
 * @param body     the beginning of the body, without secrets
 * @param raw      the same as it came: for what is looked up in it, and never to be shown
 * @param expected whether status and body were those expected
 */
public record WebAnswer(int status, String body, boolean expected, String raw) {
    private static final int LONGEST_SHOWN = 200;

    /** {@code status 503: no healthy upstream}: in one line, as much as a message can hold. */
    public String summary() {
        String line = body.strip().replaceAll("\\s*\\R\\s*", " ");
        String shown = line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
        return "status " + status + (shown.isEmpty() ? "" : ": " + shown);
    }
}
