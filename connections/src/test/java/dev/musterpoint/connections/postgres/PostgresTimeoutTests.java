package dev.musterpoint.connections.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresTimeoutTests {
    /** What a machine with other work may add; the driver's own timeouts end after 5 s, or never. */
    private static final Duration LOADED = Duration.ofSeconds(2);

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    private final SystemRunClock clock = new SystemRunClock();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    /** Accepts in the kernel, and never says a word. */
    private ServerSocket silent() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        return socket;
    }

    /** Does not even accept: its queue is full, so the kernel drops what asks to connect. */
    private ServerSocket blackHole() throws IOException {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(socket);
        for (int i = 0; i < 3; i++) {
            Socket filler = new Socket();
            open.add(filler);
            try {
                filler.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()), 100);
            } catch (IOException e) {
                return socket;
            }
        }
        return socket;
    }

    private static Postgres client(String url) {
        return Postgres.of(
                new SystemFacts("db", "postgres", false, Map.of("jdbcUrl", url, "user", "u"), List.of()),
                new Redactor());
    }

    private static String address(ServerSocket socket) {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void assertBounded(String url) {
        Stopwatch watch = new Stopwatch(clock);
        assertThatThrownBy(() -> client(url).open(TIMEOUT)).isInstanceOf(SQLException.class);
        assertThat(watch.elapsed()).isBetween(TIMEOUT.minusMillis(20), TIMEOUT.plus(LOADED));
    }

    @Test
    void boundsAuthentication() throws Exception {
        assertBounded("jdbc:postgresql://" + address(silent()) + "/x");
    }

    @Test
    void boundsConnecting() throws Exception {
        assertBounded("jdbc:postgresql://" + address(blackHole()) + "/x");
    }

    @Test
    void boundsTheWholeOfSeveralHosts() throws Exception {
        assertBounded("jdbc:postgresql://" + address(silent()) + "," + address(blackHole()) + "," + address(silent())
                + "/x?targetServerType=primary&connectTimeout=1&loginTimeout=2&socketTimeout=5");
    }

    @Test
    void saysThatTimeWasTheReason() throws Exception {
        Postgres slow = client("jdbc:postgresql://" + address(silent()) + "/x?sslmode=require");

        assertThatThrownBy(() -> slow.open(TIMEOUT))
                .isInstanceOf(SQLTimeoutException.class)
                .hasMessage("no connection within 300 ms");
    }

    @Test
    void breaksOffWhenCancelled() throws Exception {
        Cancellation cancellation = new Cancellation();
        Postgres client = client("jdbc:postgresql://" + address(silent()) + "/x");
        Stopwatch watch = new Stopwatch(clock);
        new Thread(cancellation::cancel).start();

        assertThatThrownBy(() -> client.open(Duration.ofSeconds(30), cancellation))
                .isInstanceOf(SQLException.class);

        assertThat(watch.elapsed()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void failsAtOnceWhereNobodyListens() throws Exception {
        ServerSocket gone = silent();
        String url = "jdbc:postgresql://" + address(gone) + "/x";
        gone.close();
        Stopwatch watch = new Stopwatch(clock);

        assertThatThrownBy(() -> client(url).open(Duration.ofSeconds(30))).isInstanceOf(SQLException.class);

        assertThat(watch.elapsed()).isLessThan(Duration.ofSeconds(5));
    }
}
