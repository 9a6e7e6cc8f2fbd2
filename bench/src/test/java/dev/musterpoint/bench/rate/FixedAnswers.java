package dev.musterpoint.bench.rate;

import dev.musterpoint.bench.service.Ending;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * A web server of its own process that costs next to nothing: one thread, no parsing, the same answer to all. It prints its
 * port, and ends when its input does.
 */
public final class FixedAnswers {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);
    private static final int BACKLOG = 4096;
    private static final int LONGEST_REQUEST = 8192;

    private final Selector selector = Selector.open();
    private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST_REQUEST);
    private final ByteBuffer out =
            ByteBuffer.allocateDirect(ANSWER.length).put(ANSWER).flip();

    private FixedAnswers() throws IOException {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        Ending.withInput();
        new FixedAnswers().serve();
    }

    private void serve() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        System.out.println(server.socket().getLocalPort());
        while (true) {
            selector.select(key -> {
                if (key.isAcceptable()) {
                    accept(server);
                } else {
                    answer((SocketChannel) key.channel());
                }
            });
        }
    }

    private void accept(ServerSocketChannel server) {
        try {
            SocketChannel client = server.accept();
            client.configureBlocking(false);
            client.socket().setTcpNoDelay(true);
            client.register(selector, SelectionKey.OP_READ);
        } catch (IOException e) {
            System.err.println("a connection was not taken: " + e.getMessage());
        }
    }

    /** A probe's request is small and comes in one piece, and the next one only after its answer. */
    private void answer(SocketChannel client) {
        try {
            in.clear();
            if (client.read(in) < 0) {
                client.close();
            } else {
                client.write(out.rewind());
            }
        } catch (IOException e) {
            close(client);
        }
    }

    private static void close(SocketChannel client) {
        try {
            client.close();
        } catch (IOException e) {
            System.err.println("a connection was not closed: " + e.getMessage());
        }
    }
}
