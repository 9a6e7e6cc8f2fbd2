package dev.musterpoint.verifiers.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Effects that a program or a request of the drill's own sees. */
@Timeout(60)
class ReachedEffectsTests {
    @TempDir
    Path folder;

    private EffectWatch watch(EffectProvider provider, Map<String, Object> effect) throws InjectionException {
        String type = provider.faultTypes().iterator().next();
        FaultSpec spec = new FaultSpec(
                "it breaks",
                type,
                Optional.empty(),
                Params.NONE,
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                BlastRadius.UNSTATED,
                new Params(Map.of("effect", effect)));
        Target target = new Target("it", "things", "it", 1, false, Map.of());
        Toolbox toolbox = new Toolbox(
                "run-1",
                Path.of("unused"),
                folder,
                name -> {
                    throw new IllegalArgumentException("no system " + name);
                },
                new SystemRunClock(),
                new Redactor());
        return provider.inspector(type, toolbox).watch(new PlannedFault(1, spec, List.of(target)), target);
    }

    @Test
    void aProgramSeesTheEffectOnceItIsThere() throws Exception {
        EffectWatch watch = watch(new CommandEffect(), Map.of("run", List.of("/usr/bin/test", "-e", "broken")));

        assertThat(watch.read().effect()).isFalse();
        Files.createFile(folder.resolve("broken"));
        assertThat(watch.read().effect()).isTrue();
        assertThat(watch.read().detail()).isEqualTo("/usr/bin/test ended with exit code 0");
    }

    @Test
    void aProgramThatCannotBeRunSeesNothing() throws InjectionException {
        EffectWatch watch = watch(new CommandEffect(), Map.of("run", List.of("/no/such/program")));
        assertThatThrownBy(watch::read).isInstanceOf(InjectionException.class);
    }

    @Test
    void aRequestSeesTheEffectOnceItIsThere() throws Exception {
        AtomicReference<String> state = new AtomicReference<>("on");
        HttpServer server = server(state);
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            EffectWatch watch = watch(new RequestEffect(), Map.of("url", url, "expectBody", "it is off"));

            assertThat(watch.read().effect()).isFalse();
            state.set("off");
            assertThat(watch.read().effect()).isTrue();
            server.stop(0);
            assertThatThrownBy(watch::read).isInstanceOf(InjectionException.class);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer server(AtomicReference<String> state) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = ("it is " + state.get()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
