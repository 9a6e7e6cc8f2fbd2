package dev.musterpoint.verifiers.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemFacts.Member;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TcpProbeTests {
    private static final Duration AMPLE = Duration.ofSeconds(5);

    private static Probe probe(Optional<String> system, Map<String, Object> params, int memberPort) {
        Member primary = new Member("primary", Map.of("host", "127.0.0.1", "port", Integer.toString(memberPort)));
        SystemFacts facts = new SystemFacts("db", "any", true, Map.of(), List.of(primary));
        Toolbox toolbox = new Toolbox("r", Path.of("x"), name -> facts, new SystemRunClock(), new Redactor());
        ProbeSpec spec = new ProbeSpec("p", "tcp", system, AMPLE, AMPLE, AMPLE, 1, 1, new Params(params));
        return new TcpProbeProvider().probe(spec, toolbox);
    }

    private static Probe.Answer ask(Probe probe) throws Exception {
        return probe.attempt(0, 0, AMPLE, new Cancellation());
    }

    @Test
    void connectsToAnAddress() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                Probe probe = probe(Optional.empty(), Map.of("host", "127.0.0.1", "port", server.getLocalPort()), 0)) {
            assertThat(ask(probe).correct()).isTrue();
        }
    }

    @Test
    void connectsToThePrimaryOfItsSystem() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                Probe probe = probe(Optional.of("db"), Map.of(), server.getLocalPort())) {
            assertThat(ask(probe).correct()).isTrue();
        }
    }

    @Test
    void failsWhereNobodyListens() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        Probe probe = probe(Optional.of("db"), Map.of(), port);

        assertThatThrownBy(() -> ask(probe)).isInstanceOf(IOException.class);
    }

    @Test
    void breaksOffWhenCancelled() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        Probe probe = probe(Optional.empty(), Map.of("host", "127.0.0.1", "port", 9), 0);

        assertThatThrownBy(() -> probe.attempt(0, 0, AMPLE, cancelled)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesToGuessAnAddress() {
        assertThatThrownBy(() -> probe(Optional.empty(), Map.of("host", "a"), 0))
                .hasMessageContaining("give 'host' and 'port'");
        assertThatThrownBy(() -> probe(Optional.of("db"), Map.of("member", "third"), 1))
                .hasMessageContaining("[primary]");
    }
}
