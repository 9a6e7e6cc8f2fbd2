package dev.musterpoint.verifiers.check.writes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which reign an acknowledgement belongs to. An event ends the reign of the server that had acknowledged last before
 * it. What that server acknowledges afterwards is still of the ended reign if another server reigned by then; if none did,
 * or if all others have fallen silent and it is the one that was read, the server has come back and reigns anew.
 */
final class Reigns {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long ALWAYS = Long.MIN_VALUE;

    private final WriteHistory history;
    private final long read;
    private final int readServer;
    private final List<Ended> ended = new ArrayList<>();
    private final Map<Integer, List<Ended>> endedBy = new HashMap<>();
    private final Map<Integer, Reign> lasting = new HashMap<>();

    Reigns(WriteHistory history, ReadBack readBack, List<EndEvent> events) {
        this.history = history;
        read = readBack.started();
        readServer = history.server(readBack.server());
        for (EndEvent event : events) {
            Ended each = end(event);
            ended.add(each);
            endedBy.computeIfAbsent(each.server(), server -> new ArrayList<>()).add(each);
        }
    }

    /**
     * A reign that an event ended.
     *
     * @param promoted   the last acknowledgement of another server before the event
     * @param othersLast the last of another server at all
     */
    private record Ended(EndEvent event, int server, long promoted, long othersLast, Reign reign) {}

    private Ended end(EndEvent event) {
        int server = incumbent(event.earliest());
        long promoted = ALWAYS;
        long successorFirst = NEVER;
        long othersLast = ALWAYS;
        for (int i = 0; i < history.size(); i++) {
            if (isOther(i, server)) {
                long c = history.end(i);
                othersLast = Math.max(othersLast, c);
                promoted = c <= event.earliest() ? Math.max(promoted, c) : promoted;
                successorFirst = c > event.earliest() ? Math.min(successorFirst, c) : successorFirst;
            }
        }
        boolean known = server != WriteHistory.UNKNOWN_SERVER && readServer != WriteHistory.UNKNOWN_SERVER;
        boolean readElsewhere = known && readServer != server;
        Reign reign = new Reign(Optional.of(event), successorFirst != NEVER || readElsewhere, successorFirst);
        return new Ended(event, server, promoted, othersLast, reign);
    }

    private int incumbent(long moment) {
        int server = WriteHistory.UNKNOWN_SERVER;
        long last = ALWAYS;
        for (int i = 0; i < history.size(); i++) {
            boolean known = history.server(i) != WriteHistory.UNKNOWN_SERVER;
            if (known && history.acknowledgedBy(i, moment) && history.end(i) > last) {
                last = history.end(i);
                server = history.server(i);
            }
        }
        return server;
    }

    private boolean isOther(int i, int server) {
        int by = history.server(i);
        return by != WriteHistory.UNKNOWN_SERVER
                && by != server
                && server != WriteHistory.UNKNOWN_SERVER
                && history.acknowledgedBy(i, read);
    }

    /** The reign that acknowledgement {@code i} belongs to. */
    Reign of(int i) {
        int server = history.server(i);
        return server == WriteHistory.UNKNOWN_SERVER ? ofUnknown(i) : ofKnown(server, history.start(i));
    }

    /** Whether it is not known to belong there: nobody knows who acknowledged it, and it was later than the event. */
    boolean isDoubtful(int i) {
        return history.server(i) == WriteHistory.UNKNOWN_SERVER
                && !ended.isEmpty()
                && history.end(i) > ended.get(ended.size() - 1).event().earliest();
    }

    private Reign ofUnknown(int i) {
        for (Ended each : ended) {
            if (history.end(i) <= each.event().earliest()) {
                return each.reign();
            }
        }
        return ended.isEmpty()
                ? lasting(WriteHistory.UNKNOWN_SERVER)
                : ended.get(ended.size() - 1).reign();
    }

    private Reign ofKnown(int server, long a) {
        List<Ended> own = endedBy.getOrDefault(server, List.of());
        for (int k = 0; k < own.size(); k++) {
            Ended each = own.get(k);
            long backFrom = k + 1 < own.size() ? own.get(k + 1).promoted() : backFrom(each);
            if (a <= each.event().latest() || a <= backFrom) {
                return each.reign();
            }
        }
        return lasting(server);
    }

    /** When the server of an ended reign may have begun to reign again, if no event ended that second reign. */
    private long backFrom(Ended each) {
        if (!each.reign().succeeded()) {
            return ALWAYS;
        }
        boolean readThere = readServer == WriteHistory.UNKNOWN_SERVER || readServer == each.server();
        return readThere ? each.othersLast() : NEVER;
    }

    private Reign lasting(int server) {
        return lasting.computeIfAbsent(server, s -> new Reign(Optional.empty(), false, NEVER));
    }

    /** The server of each reign, by its number in the history. */
    int serverOf(Reign reign) {
        return Stream.concat(
                        ended.stream().filter(each -> each.reign() == reign).map(Ended::server),
                        lasting.entrySet().stream()
                                .filter(each -> each.getValue() == reign)
                                .map(Map.Entry::getKey))
                .findFirst()
                .orElse(WriteHistory.UNKNOWN_SERVER);
    }

    /** All reigns that an acknowledgement was asked for, and those that an event ended. */
    List<Reign> all() {
        List<Reign> all = new ArrayList<>(ended.stream().map(Ended::reign).toList());
        all.addAll(lasting.values());
        return all;
    }
}
