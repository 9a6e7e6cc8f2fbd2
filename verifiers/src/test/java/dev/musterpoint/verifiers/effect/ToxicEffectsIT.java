package dev.musterpoint.verifiers.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.sandbox.toxiproxy.ToxiproxyServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Behind the proxy is one that accepts connections and never says a word. */
@Timeout(120)
class ToxicEffectsIT {
    @RegisterExtension
    final ToxiproxyServer server = new ToxiproxyServer();

    private SystemFacts system;
    private ServerSocket silent;

    @BeforeEach
    void open() throws Exception {
        silent = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        int port = server.proxy("db", silent.getLocalPort());
        system = new SystemFacts(
                "px",
                "toxiproxy",
                false,
                Map.of(),
                List.of(new SystemFacts.Member("db", Map.of("host", "127.0.0.1", "port", Integer.toString(port)))));
    }

    @AfterEach
    void close() throws Exception {
        silent.close();
    }

    private EffectWatch watch(String type, Map<String, Object> params) throws InjectionException {
        FaultSpec spec = new FaultSpec(
                "it breaks",
                type,
                Optional.of("px"),
                Params.NONE,
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                BlastRadius.UNSTATED,
                new Params(params));
        Target target = new Target("px/db", "proxies", "px", 1, false, Map.of("proxy", "db"));
        Toolbox toolbox = new Toolbox("run-1", Path.of("unused"), name -> system, new SystemRunClock(), new Redactor());
        return new ToxicEffects().inspector(type, toolbox).watch(new PlannedFault(1, spec, List.of(target)), target);
    }

    private static Reading readAgain(EffectWatch watch) throws InjectionException {
        Reading reading = watch.read();
        for (int i = 0; i < 1_000_000 && !reading.effect(); i++) {
            reading = watch.read();
        }
        return reading;
    }

    @Test
    void seesThatConnectionsAreRefused() throws Exception {
        EffectWatch watch = watch("toxiproxy/down", Map.of());
        assertThat(watch.read().effect()).isFalse();
        server.send("POST", "/proxies/db", "{\"enabled\": false}");
        assertThat(readAgain(watch).effect()).isTrue();
    }

    @Test
    void seesThatConnectionsEndLater() throws Exception {
        EffectWatch watch = watch("toxiproxy/slow-close", Map.of("delay", "700ms"));
        assertThat(watch.read().effect()).isFalse();
        server.send(
                "POST",
                "/proxies/db/toxics",
                "{\"name\": \"slow\", \"type\": \"slow_close\", \"attributes\": {\"delay\": 700}}");
        assertThat(readAgain(watch).effect()).isTrue();
    }

    @Test
    void connectionsThatEndNoLaterAreNoEffect() throws Exception {
        EffectWatch nothing = watch("toxiproxy/slow-close", Map.of("delay", "0ms"));
        EffectWatch elsewhere = watch("toxiproxy/slow-close", Map.of("delay", "700ms"));
        for (int i = 0; i < 20; i++) {
            assertThat(nothing.read().effect()).isFalse();
            assertThat(elsewhere.read().effect()).isFalse();
        }
    }

    @Test
    void anotherEffectIsLookedForByAProbeOnly() {
        assertThatThrownBy(() -> watch("toxiproxy/latency", Map.of("latency", "100ms")))
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("by a probe");
    }
}
