package dev.musterpoint.verifiers.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.Probe.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisbehavingServerTests {
    private static Answer askOneSaying(String text) throws Exception {
        try (RawServer server = RawServer.saying(text)) {
            return Probes.ask(server.url(), Map.of());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\n: no name\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n"
            })
    void failsOnGarbage(String garbage) {
        assertThatThrownBy(() -> askOneSaying(garbage)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 20",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nha",
                "HTTP/1.1 100 Continue\r\n\r\n"
            })
    void failsOnAnswersThatEndTooEarly(String beginning) {
        assertThatThrownBy(() -> askOneSaying(beginning)).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0 200\r\n\r\nuntil the end",
                "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\nContent-Length: 2\n\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nTrailer: t\r\n\r\n"
            })
    void understandsWhatIsUnusual(String unusual) throws Exception {
        assertThat(askOneSaying(unusual).correct()).isTrue();
    }

    @Test
    void neverReadsMoreThanABoundedHead() {
        assertThatThrownBy(() -> askOneSaying("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void neverReadsMoreThanABoundedBody() throws Exception {
        byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (RawServer server = new RawServer((socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(block);
            }
        })) {
            assertThat(Probes.ask(server.url(), Map.of()).correct()).isTrue();
            Map<String, Object> expect = Map.of("expect", Map.of("body", Map.of("contains", "y")));
            assertThat(Probes.ask(server.url(), expect).detail())
                    .isEqualTo("the body does not contain 'y', of which only the first 1 MiB is read");
        }
    }

    @Test
    void failsWhenTheConnectionIsReset() throws Exception {
        try (RawServer server = new RawServer((socket, out) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        })) {
            assertThatThrownBy(() -> Probes.ask(server.url(), Map.of())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void breaksOffASlowBodyWhenCancelled() throws Exception {
        Cancellation cancellation = new Cancellation();
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab".getBytes(StandardCharsets.US_ASCII));
                    cancellation.cancel();
                    awaitQuietly(never);
                });
                Probe probe = Probes.of(server.url(), Map.of())) {
            assertThatThrownBy(() -> probe.attempt(0, 0, Probes.AMPLE, cancellation))
                    .isInstanceOf(SocketException.class);
        } finally {
            never.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void failsAtOnceWhenCancelledBefore() throws Exception {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\n\r\n");
                Probe probe = Probes.of(server.url(), Map.of())) {
            assertThatThrownBy(() -> probe.attempt(0, 0, Probes.AMPLE, cancelled))
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void staysOnOneLineWhateverTheServerSays() {
        assertThatThrownBy(() -> askOneSaying("\u001b[2J\u0007" + "x".repeat(500) + "\r\n"))
                .satisfies(e -> assertThat(e.getMessage())
                        .hasSizeLessThan(200)
                        .doesNotContain("\u001b")
                        .doesNotContain("\u0007"));
    }
}
