package dev.musterpoint.drills.evidence;

import dev.musterpoint.drills.spec.Checks;
import java.util.Comparator;
import java.util.List;

/**
 * What a system noted itself while a run went on.
 *
 * @param events  in order of time
 * @param leftOut later events that were read and are not among them
 * @param unread  what could not be read, and why: a sentence each
 */
public record SystemHistory(List<SystemEvent> events, int leftOut, List<String> unread) {
    private static final int MOST = 200;

    public SystemHistory {
        events = List.copyOf(events);
        Checks.atLeast(leftOut, 0, "leftOut");
        unread = List.copyOf(unread);
    }

    /** The first {@value #MOST} of {@code all}, which may come in any order; so many fit into a line of the journal. */
    public static SystemHistory of(List<SystemEvent> all, List<String> unread) {
        List<SystemEvent> first = all.stream()
                .sorted(Comparator.comparing(SystemEvent::at))
                .limit(MOST)
                .map(SystemEvent::brief)
                .toList();
        return new SystemHistory(first, all.size() - first.size(), unread);
    }

    /** A history of which nothing could be read. */
    public static SystemHistory unread(String why) {
        return new SystemHistory(List.of(), 0, List.of(why));
    }
}
