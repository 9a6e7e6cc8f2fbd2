package dev.musterpoint.verifiers.probe.tcp;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects, and hangs up. The name is resolved anew each time. */
final class TcpProbe implements Probe {
    private static final Logger LOG = LoggerFactory.getLogger(TcpProbe.class);

    private final String host;
    private final int port;

    TcpProbe(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public Answer attempt(long tick, int slot, Duration timeout, Cancellation cancellation) throws IOException {
        try (Socket socket = new Socket()) {
            cancellation.onCancel(() -> close(socket));
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new UnknownHostException(host + " has no address");
            }
            socket.connect(address, Math.toIntExact(Math.max(1, timeout.toMillis())));
            return Answer.correct("");
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing a socket: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        // Nothing is kept between attempts.
    }
}
