package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.spi.RunClock;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a standby and its primary, and holds back what the primary sends. When the primary's side ends, what is
 * held back is dropped at once: as if the primary had died with it unsent. So the loss in a failover is real, and as large
 * as was asked for.
 */
final class ReplicationRelay implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicationRelay.class);
    private static final int CHUNK = 64 << 10;

    private final RunClock clock;
    private final int primaryPort;
    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;

    /** Listens at once, on a loopback port of its own. */
    ReplicationRelay(RunClock clock, int primaryPort) throws IOException {
        this.clock = clock;
        this.primaryPort = primaryPort;
        this.listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        daemon("relay", this::accept);
    }

    /** From now on each byte is this late. Until then none is: a handshake that is late at every turn serves nobody. */
    void holdBack(Duration by) {
        delay = by;
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        quietly(listener);
        links.forEach(Link::close);
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket standby = listener.accept();
            try {
                Socket primary = new Socket(InetAddress.getLoopbackAddress(), primaryPort);
                new Link(standby, primary).start();
            } catch (IOException e) {
                // The primary is down: to the standby, that is a connection closed at once.
                quietly(standby);
            }
        }
    }

    /** One connection of the standby. */
    private final class Link implements Closeable {
        private final Socket standby;
        private final Socket primary;
        private final DelayLine line = new DelayLine(clock, () -> delay);

        Link(Socket standby, Socket primary) {
            this.standby = standby;
            this.primary = primary;
        }

        void start() throws IOException {
            links.add(this);
            standby.setTcpNoDelay(true);
            primary.setTcpNoDelay(true);
            daemon("relay-up", () -> ending(this::passUp));
            daemon("relay-in", () -> ending(this::takeIn));
            daemon("relay-down", () -> ending(this::passDown));
        }

        private void ending(Work work) throws IOException, InterruptedException {
            try {
                work.run();
            } finally {
                close();
            }
        }

        private void passUp() throws IOException {
            InputStream from = standby.getInputStream();
            OutputStream to = primary.getOutputStream();
            byte[] buffer = new byte[CHUNK];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                to.write(buffer, 0, read);
            }
        }

        private void takeIn() throws IOException, InterruptedException {
            InputStream from = primary.getInputStream();
            byte[] buffer = new byte[CHUNK];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                line.put(Arrays.copyOf(buffer, read));
            }
        }

        private void passDown() throws IOException, InterruptedException {
            OutputStream to = standby.getOutputStream();
            for (Optional<byte[]> next = line.take(); next.isPresent(); next = line.take()) {
                to.write(next.get());
            }
        }

        @Override
        public void close() {
            line.drop();
            quietly(standby);
            quietly(primary);
            links.remove(this);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(String name, Work work) {
        Thread thread = new Thread(() -> logged(name, work), name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void logged(String name, Work work) {
        try {
            work.run();
        } catch (IOException e) {
            LOG.debug("{} ended: {}", name, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            LOG.debug("closing: {}", e.getMessage());
        }
    }
}
