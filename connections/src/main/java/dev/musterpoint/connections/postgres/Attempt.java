package dev.musterpoint.connections.postgres;

import dev.musterpoint.drills.spec.Durations;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One attempt to connect, over however many hosts and steps. The driver counts its timeouts in seconds and by step, and
 * tries a silent host again without encryption; this bounds the whole, and each host's share of it, to the millisecond, by
 * closing sockets: no call on a closed socket goes on waiting.
 */
final class Attempt implements AutoCloseable {
    private static final String UNABLE_TO_CONNECT = "08001";
    private static final Map<String, Attempt> OPEN = new ConcurrentHashMap<>();
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final String id = UUID.randomUUID().toString();
    private final Duration timeout;
    private final Duration share;
    private final Map<SocketAddress, Host> hosts = new HashMap<>();
    private final List<Socket> sockets = new ArrayList<>();
    private boolean over;
    private boolean expired;

    /** @param hostCount among which the time is shared evenly, so that one that hangs leaves some for the next */
    Attempt(Duration timeout, int hostCount) {
        this.timeout = timeout;
        this.share = timeout.dividedBy(hostCount);
        OPEN.put(id, this);
    }

    /** The attempt that a socket factory was made for. */
    static Attempt of(String id) {
        Attempt attempt = OPEN.get(id);
        if (attempt == null) {
            throw new IllegalStateException("the attempt to connect is over");
        }
        return attempt;
    }

    String id() {
        return id;
    }

    /** Runs {@code work}, and breaks it off when the attempt's time is over. */
    <T> T bounded(Work<T> work) throws SQLException {
        Future<?> expiry = after(timeout, this::expire);
        try {
            return work.run();
        } catch (SQLException e) {
            if (tookTooLong()) {
                throw new SQLTimeoutException(
                        "no connection within " + Durations.format(timeout), UNABLE_TO_CONNECT, e);
            }
            throw e;
        } finally {
            expiry.cancel(false);
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    private synchronized void expire() {
        expired = true;
        abort();
    }

    private synchronized boolean tookTooLong() {
        return expired || hosts.values().stream().anyMatch(host -> host.spent);
    }

    /** A new socket of this attempt. */
    synchronized void add(Socket socket) throws SocketException {
        if (over) {
            throw new SocketException("the time to connect is over");
        }
        sockets.add(socket);
    }

    /** A socket is about to connect; the first one to an address starts that host's share of time. */
    synchronized void connecting(Socket socket, SocketAddress address) throws SocketTimeoutException {
        Host host = hosts.computeIfAbsent(address, first -> new Host());
        if (host.spent) {
            throw new SocketTimeoutException(address + " did not answer within " + Durations.format(share));
        }
        host.sockets.add(socket);
    }

    /** Closes everything of this attempt, a connection that it led to included. */
    synchronized void abort() {
        over = true;
        sockets.forEach(Attempt::closeQuietly);
    }

    /** Forgets the attempt; leaves what it led to open. */
    @Override
    public synchronized void close() {
        OPEN.remove(id);
        hosts.values().forEach(host -> host.end.cancel(false));
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no further use either way.
        }
    }

    private static Future<?> after(Duration delay, Runnable action) {
        return TIMER.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "postgres-connect-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** One of the hosts tried, and what is left of its share: something, or nothing. */
    private final class Host {
        private final List<Socket> sockets = new ArrayList<>();
        private final Future<?> end;
        private boolean spent;

        Host() {
            end = after(share, this::spend);
        }

        private void spend() {
            synchronized (Attempt.this) {
                // A timer that fires while the attempt is being closed must not cut what it led to.
                if (OPEN.containsKey(id)) {
                    spent = true;
                    sockets.forEach(Attempt::closeQuietly);
                }
            }
        }
    }
}
