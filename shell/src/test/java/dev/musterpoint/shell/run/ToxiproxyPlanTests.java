package dev.musterpoint.shell.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.drills.spi.Catalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What planning says of faults in proxies; the server counts who asks it. */
@Timeout(60)
class ToxiproxyPlanTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path SLOW = HOME.resolve("catalog/toxiproxy/slow-database.yaml");

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void plan(String text) throws IOException {
        Path drill = Files.writeString(folder.resolve("drill.yaml"), text);
        new DrillService(
                        new Settings(HOME, folder, folder.resolve("runs")),
                        Catalogue.load(),
                        () -> Instant.parse("2026-11-21T09:00:00Z"),
                        name -> Optional.empty())
                .prepare(drill, Map.of());
    }

    private void planChanged(String from, String to) throws IOException {
        String text = Files.readString(SLOW);
        assertThat(text).contains(from);
        plan(text.replace(from, to));
    }

    private void planOutsideTheSandbox() throws IOException {
        plan("""
                apiVersion: musterpoint.dev/v1alpha1
                kind: Drill
                metadata: { name: outside, title: A proxy that exists }
                spec:
                  hypothesis: It can be planned.
                  environment: sandbox
                  systems: { px: { type: toxiproxy, url: "http://127.0.0.1:PORT" } }
                  probes:
                    front: { type: tcp, host: 127.0.0.1, port: 1, every: 100ms, expect: { latencyBelow: 1s } }
                  objectives:
                    - name: it answers
                      recoveryTime: { within: 1m, probes: [front], failure: total }
                  faults:
                    - name: it is down
                      type: toxiproxy/down
                      system: px
                      target: { proxy: db }
                      holdFor: 5m
                      effectWithin: 10s
                      blastRadius: { proxies: 1 }
                  timing: { baseline: 5s, deadline: 2m }
                """.replace("PORT", Integer.toString(server.getAddress().getPort())));
    }

    @Test
    void aServerIsNotEvenAskedWithoutAPolicyThatAllowsIt() {
        assertThatThrownBy(this::planOutsideTheSandbox).hasMessageContaining("it is not asked");
        assertThat(asked).hasValue(0);
    }

    @Test
    void aServerThatAnswersBadlyIsAReasonNotToPlan() throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Policy
                metadata: { name: test, title: For a test }
                spec:
                  environments: [sandbox]
                  outsideSandbox: { targets: ["toxiproxy://*"] }
                """);
        assertThatThrownBy(this::planOutsideTheSandbox)
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("its targets cannot be resolved");
        assertThat(asked).hasPositiveValue();
    }

    @Test
    void theProbeThatIsToSeeTheEffectMustBeOneOfTheDrill() {
        assertThatThrownBy(() -> planChanged("effect: { probe: write }", "effect: { probe: wrte }"))
                .hasMessageContaining(
                        "'effect' of fault 'the way to the primary is slow': the drill has no probe 'wrte'")
                .hasMessageContaining("did you mean 'write'");
    }

    @Test
    void theProxyMustBeOneOfTheSandbox() {
        assertThatThrownBy(() -> planChanged("proxy: primary-proxy", "proxy: primary"))
                .hasMessageContaining("'db' has no proxy 'primary'; it has: primary-proxy, standby-proxy");
    }
}
