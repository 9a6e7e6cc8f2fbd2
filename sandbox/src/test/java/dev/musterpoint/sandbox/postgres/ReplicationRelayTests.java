package dev.musterpoint.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.Moment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplicationRelayTests {
    private final SystemRunClock clock = new SystemRunClock();
    private ServerSocket primary;

    @BeforeEach
    void listen() throws IOException {
        primary = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        primary.close();
    }

    private ReplicationRelay relay(Duration delay) throws IOException {
        ReplicationRelay relay = new ReplicationRelay(clock, primary.getLocalPort());
        relay.holdBack(delay);
        return relay;
    }

    private Socket connect(ReplicationRelay relay) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    @Test
    void holdsBackWhatThePrimarySends() throws Exception {
        Duration delay = Duration.ofMillis(150);
        try (ReplicationRelay relay = relay(delay);
                Socket standby = connect(relay);
                Socket server = primary.accept()) {
            Moment sent = clock.now();
            server.getOutputStream().write(7);

            assertThat(standby.getInputStream().read()).isEqualTo(7);
            assertThat(clock.now().minus(sent)).isGreaterThanOrEqualTo(delay);
        }
    }

    @Test
    void passesOnWhatTheStandbySays() throws Exception {
        try (ReplicationRelay relay = relay(Duration.ofHours(1));
                Socket standby = connect(relay);
                Socket server = primary.accept()) {
            standby.getOutputStream().write(9);

            assertThat(server.getInputStream().read()).isEqualTo(9);
        }
    }

    @Test
    void dropsWhatItHoldsWhenThePrimaryEnds() throws Exception {
        try (ReplicationRelay relay = relay(Duration.ofHours(1));
                Socket standby = connect(relay);
                Socket server = primary.accept()) {
            server.getOutputStream().write(7);
            server.shutdownOutput();

            assertThat(ended(standby)).isTrue();
        }
    }

    @Test
    void turnsTheStandbyAwayWhileThePrimaryIsDown() throws Exception {
        primary.close();
        try (ReplicationRelay relay = relay(Duration.ZERO);
                Socket standby = connect(relay)) {
            assertThat(ended(standby)).isTrue();
        }
    }

    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
