package dev.musterpoint.verifiers.effect;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spi.RunClock;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** One connection to an address that says nothing and hangs up. Whatever protocol is spoken there, it shows how that ends. */
final class ProxyKnock {
    private static final int CONNECT_MILLIS = 2000;

    private final InetSocketAddress address;
    private final RunClock clock;

    ProxyKnock(InetSocketAddress address, RunClock clock) {
        this.address = address;
        this.clock = clock;
    }

    /** Whether connections are refused there. @throws IOException when that cannot be told */
    boolean isRefused() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }

    /** How long the other side takes to hang up after this one did; {@code longest} when it did not within that. */
    Duration hangUp(Duration longest) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            Moment from = clock.now();
            socket.setSoTimeout(Math.toIntExact(longest.toMillis()));
            socket.shutdownOutput();
            try {
                while (socket.getInputStream().read() >= 0) {
                    // What the other side may still say is not of interest.
                }
            } catch (SocketTimeoutException e) {
                return longest;
            }
            return clock.now().minus(from);
        }
    }

    @Override
    public String toString() {
        return address.getHostString() + ":" + address.getPort();
    }
}
