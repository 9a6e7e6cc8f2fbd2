package dev.musterpoint.sandbox.postgres;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The relays that this process runs, by owner mark. They are threads, and end with the process; only an undo in the same
 * process has any to close, and it has nothing but the mark to find them by.
 */
final class RunningRelays {
    private static final Map<String, ReplicationRelay> BY_MARK = new ConcurrentHashMap<>();

    private RunningRelays() {}

    /** Keeps {@code relay} until it is closed. */
    static ReplicationRelay keep(String mark, ReplicationRelay relay) {
        BY_MARK.put(mark, relay);
        return relay;
    }

    static void close(String mark) {
        ReplicationRelay relay = BY_MARK.remove(mark);
        if (relay != null) {
            relay.close();
        }
    }
}
