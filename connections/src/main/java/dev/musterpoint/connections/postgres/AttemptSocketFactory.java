package dev.musterpoint.connections.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes the driver's sockets belong to an attempt. The driver creates it by name, with the attempt's id as argument. */
public final class AttemptSocketFactory extends SocketFactory {
    private final Attempt attempt;

    public AttemptSocketFactory(String attemptId) {
        attempt = Attempt.of(attemptId);
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new BoundedSocket(attempt);
        attempt.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(SocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    /** Tells its attempt where it goes. */
    private static final class BoundedSocket extends Socket {
        private final Attempt attempt;

        BoundedSocket(Attempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public void connect(SocketAddress address) throws IOException {
            connect(address, 0);
        }

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            attempt.connecting(this, address);
            super.connect(address, timeout);
        }
    }
}
