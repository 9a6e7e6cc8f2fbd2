package dev.musterpoint.verifiers.probe.http;

import dev.musterpoint.connections.tls.TlsClient;
import dev.musterpoint.verifiers.probe.link.Link;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to a web server. The name is resolved when it is opened. */
final class HttpLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(HttpLink.class);

    private final Endpoint endpoint;
    private final TlsClient tls;
    private final int turn;
    private final Socket raw = new Socket();
    private Socket socket = raw;
    private InputStream in = InputStream.nullInputStream();
    private boolean reusable;

    /** @param turn which of the host's addresses, so that connections made one after the other go round all of them */
    HttpLink(Endpoint endpoint, TlsClient tls, int turn) {
        this.endpoint = endpoint;
        this.tls = tls;
        this.turn = turn;
    }

    @Override
    public void open(Duration timeout) throws IOException {
        raw.setTcpNoDelay(true);
        raw.connect(
                new InetSocketAddress(address(), endpoint.port()), Math.toIntExact(Math.max(1, timeout.toMillis())));
        if (endpoint.secure()) {
            socket = tls.secure(raw, endpoint.address(), endpoint.port());
        }
        in = new BufferedInputStream(socket.getInputStream());
    }

    private InetAddress address() throws UnknownHostException {
        try {
            InetAddress[] all = InetAddress.getAllByName(endpoint.address());
            return all[Math.floorMod(turn, all.length)];
        } catch (UnknownHostException e) {
            throw (UnknownHostException) new UnknownHostException(endpoint.address() + " has no address").initCause(e);
        }
    }

    /** Asks, and waits for the whole answer. */
    HttpAnswer exchange(Question question, boolean keep) throws IOException {
        reusable = false;
        socket.getOutputStream().write(question.bytes(keep));
        socket.getOutputStream().flush();
        HttpAnswer answer = AnswerReader.read(in, question.method());
        reusable = keep && answer.keepsOpen();
        return answer;
    }

    @Override
    public boolean isReusable() {
        return reusable;
    }

    /** Closes the socket below TLS, which waits for nothing. */
    @Override
    public void abort() {
        try {
            raw.close();
        } catch (IOException e) {
            LOG.debug("closing a connection to {}: {}", endpoint.authority(), e.getMessage());
        }
    }

    @Override
    public void close() {
        abort();
    }
}
