package dev.musterpoint.verifiers.probe.http;

/** What a server said, cut short and without what could steer a terminal. */
final class Excerpt {
    private static final int LONGEST = 80;

    private Excerpt() {}

    static String of(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return start.replaceAll("\\p{Cntrl}", " ");
    }
}
