package dev.musterpoint.runbooks.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommonStepsTests {
    @TempDir
    Path folder;

    private String execute(String type, Duration timeout, Map<String, Object> params) throws Exception {
        return execute(type, timeout, params, new Cancellation());
    }

    private String execute(String type, Duration timeout, Map<String, Object> params, Cancellation cancellation)
            throws Exception {
        Automated step =
                new Automated("step", StepPart.ACT, Duration.ZERO, timeout, type, Optional.empty(), new Params(params));
        Toolbox toolbox = new Toolbox(
                "run-1",
                Path.of("unused"),
                folder,
                name -> {
                    throw new IllegalArgumentException("no system " + name);
                },
                new SystemRunClock(),
                new Redactor());
        return new CommonSteps().executor(type, toolbox).execute(step, null, cancellation);
    }

    @Test
    void aCommandWorksInTheDrillsFolder() throws Exception {
        assertThat(execute("command", Duration.ofSeconds(30), Map.of("run", List.of("/usr/bin/touch", "done"))))
                .isEqualTo("/usr/bin/touch ended with exit code 0");
        assertThat(Files.exists(folder.resolve("done"))).isTrue();
    }

    @Test
    void aCommandThatDoesNotEndAsExpectedFailsTheStep() throws Exception {
        Map<String, Object> ends = Map.of("run", List.of("/usr/bin/test", "-e", "missing"));
        assertThatThrownBy(() -> execute("command", Duration.ofSeconds(30), ends))
                .hasMessage("/usr/bin/test ended with exit code 1, and exit code 0 was expected");
        assertThat(execute(
                        "command",
                        Duration.ofSeconds(30),
                        Map.of("run", List.of("/usr/bin/test", "-e", "missing"), "expectExit", 1)))
                .endsWith("exit code 1");
    }

    @Test
    void aCommandIsEndedWithItsStep() {
        assertThatThrownBy(
                        () -> execute("command", Duration.ofMillis(200), Map.of("run", List.of("/bin/sleep", "300"))))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void aRequestIsSentAndItsAnswerHeldAgainstWhatIsExpected() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 202 : 405, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/failover";
            assertThat(execute("http", Duration.ofSeconds(30), Map.of("url", url, "method", "POST")))
                    .isEqualTo("POST " + url + " was answered with status 202");
            assertThatThrownBy(() -> execute("http", Duration.ofSeconds(30), Map.of("url", url)))
                    .hasMessage("GET " + url + " was answered with status 405, which was not expected");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPauseEndsByItselfOrWhenItIsNoLongerWanted() throws Exception {
        assertThat(execute("pause", Duration.ofSeconds(30), Map.of("for", "1ms")))
                .isEqualTo("waited for 1 ms");

        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThatThrownBy(() -> execute("pause", Duration.ofMinutes(9), Map.of("for", "5m"), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aPauseLongerThanItsStepIsAMistake() {
        assertThatThrownBy(() -> execute("pause", Duration.ofSeconds(1), Map.of("for", "5m")))
                .hasMessageContaining("raise 'timeout'");
    }
}
