package dev.musterpoint.verifiers.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PooledHttpTests {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final Map<String, Object> POOLED = Map.of("connections", "pooled");

    @Test
    void makesAFreshConnectionForEachAttempt() throws Exception {
        try (RawServer server = RawServer.saying(OK);
                Probe probe = Probes.of(server.url(), Map.of())) {
            Probes.ask(probe);
            Probes.ask(probe);

            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.requests()).allMatch(request -> request.contains("Connection: close"));
        }
    }

    @Test
    void usesAPooledConnectionAgain() throws Exception {
        try (RawServer server = RawServer.saying(OK);
                Probe probe = Probes.of(server.url(), POOLED)) {
            Probes.ask(probe);
            Probes.ask(probe);

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void feelsAStaleConnectionOnceAndDoesNotRetry() throws Exception {
        try (RawServer server = RawServer.saying(OK);
                Probe probe = Probes.of(server.url(), POOLED)) {
            Probes.ask(probe);
            server.hangUp();

            assertThatThrownBy(() -> Probes.ask(probe)).isInstanceOf(IOException.class);
            assertThat(Probes.ask(probe).correct()).isTrue();
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void doesNotKeepWhatTheServerEnds() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                Probe probe = Probes.of(server.url(), POOLED)) {
            Probes.ask(probe);
            Probes.ask(probe);

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void cancellingAfterAnAnswerLeavesItsConnectionAlone() throws Exception {
        try (RawServer server = RawServer.saying(OK);
                Probe probe = Probes.of(server.url(), POOLED)) {
            Cancellation late = new Cancellation();
            probe.attempt(0, 0, Probes.AMPLE, late);
            late.cancel();

            assertThat(Probes.ask(probe).correct()).isTrue();
            assertThat(server.connections()).isEqualTo(1);
        }
    }
}
