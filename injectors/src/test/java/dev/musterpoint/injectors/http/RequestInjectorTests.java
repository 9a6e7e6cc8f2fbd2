package dev.musterpoint.injectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.engine.OpenSystems;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The fault is a switch of a server: {@code PUT /switch} sets it to what is sent, {@code GET /switch} shows it. */
@Timeout(60)
class RequestInjectorTests {
    private HttpServer server;
    private volatile String state = "on";
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/switch", this::answer);
        server.start();
        base = "127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            state = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        }
        byte[] bytes = ("it is " + state).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(state.equals("jammed") ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private FaultInjector injector() {
        Toolbox toolbox =
                new Toolbox("run-1", Path.of("unused"), new OpenSystems(), new SystemRunClock(), new Redactor());
        return new RequestInjectorProvider().injector("http/request", toolbox);
    }

    private PlannedFault fault(String broken) throws InjectionException {
        String url = "http://" + base + "/switch";
        Params params = new Params(Map.of(
                "apply", Map.of("url", url, "method", "PUT", "body", broken),
                "undo", Map.of("url", url, "method", "PUT", "body", "on", "expectStatus", 200),
                "effect", Map.of("url", url, "expectBody", "it is off"),
                "residue", Map.of("url", url, "expectBody", "it is on")));
        FaultSpec spec = new FaultSpec(
                "it is switched off",
                "http/request",
                Optional.empty(),
                Params.NONE,
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                BlastRadius.UNSTATED,
                params);
        return new PlannedFault(
                1, spec, new RequestInjectorProvider().resolver("http/request").resolve(spec, Optional.empty()));
    }

    private UndoRecord inject(PlannedFault fault) throws InjectionException {
        Target target = fault.targets().get(0);
        UndoRecord undo = injector().prepare(fault, target);
        assertThat(state).as("preparing changes nothing").isEqualTo("on");
        injector().inject(fault, target, new Injection() {
            @Override
            public void begins() {
                assertThat(state).as("T0 is taken before the request").isEqualTo("on");
            }

            @Override
            public Cancellation cancellation() {
                return new Cancellation();
            }

            @Override
            public void amend(Map<String, String> data) {
                throw new AssertionError("all that undoing needs is known before");
            }
        });
        JsonCodec<UndoRecord> codec = JsonCodec.lines(UndoRecord.class);
        return codec.decode(codec.encode(undo), "test");
    }

    @Test
    void itsTargetIsTheHost() throws InjectionException {
        assertThat(fault("off").targets()).extracting(Target::id).containsExactly(base);
    }

    @Test
    void breaksWithOneRequestAndUndoesWithAnother() throws InjectionException {
        UndoRecord undo = inject(fault("off"));
        assertThat(state).isEqualTo("off");
        assertThat(injector().inspect(undo).state()).isEqualTo(CleanUp.DIRTY);

        injector().recover(undo);
        injector().recover(undo);
        assertThat(state).isEqualTo("on");
        assertThat(injector().inspect(undo).state()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void anAnswerThatIsNotExpectedIsAFailure() {
        assertThatThrownBy(() -> inject(fault("jammed")))
                .isInstanceOf(InjectionException.class)
                .hasMessage("PUT http://" + base + "/switch was answered with status 500: it is jammed, which was not"
                        + " expected");
    }

    @Test
    void aServerThatIsGoneIsNotCalledClean() throws InjectionException {
        UndoRecord undo = inject(fault("off"));
        server.stop(0);
        assertThatThrownBy(() -> injector().inspect(undo)).isInstanceOf(InjectionException.class);
    }
}
