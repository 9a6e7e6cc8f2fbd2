package dev.musterpoint.sandbox.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.sandbox.SandboxProvider;
import dev.musterpoint.sandbox.postgres.SandboxPair;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ProxiedPairIT {
    private final SandboxProvider provider = new SandboxProvider();
    private final SystemSpec spec = new SystemSpec("px", "sandbox", new Params(Map.of("name", "toxiproxy")));
    private final Toolbox toolbox = new Toolbox(
            "test-" + UUID.randomUUID(),
            Path.of("unused"),
            name -> {
                throw new IllegalArgumentException(name);
            },
            new SystemRunClock(),
            new Redactor());
    private UndoRecord undo;
    private SystemFacts facts;

    @BeforeEach
    void open() throws Exception {
        SandboxPair.assumePostgres();
        ToxiproxyServer.assumeToxiproxy();
        undo = provider.prepare(spec, toolbox).orElseThrow();
        facts = provider.open(spec, toolbox, data -> undo = undo.amended(data), new Cancellation());
    }

    @AfterEach
    void remove() throws InjectionException {
        if (undo != null) {
            provider.undo("sandbox", toolbox).recover(undo);
        }
    }

    private Connection connect() throws Exception {
        String password =
                Files.readString(Path.of(facts.facts().get("passwordFile"))).strip();
        return DriverManager.getConnection(
                facts.facts().get("jdbcUrl"), facts.facts().get("user"), password);
    }

    private void enable(boolean enabled) throws Exception {
        for (String proxy : new String[] {"primary-proxy", "standby-proxy"}) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(facts.facts().get("toxiproxyUrl") + "/proxies/" + proxy))
                    .POST(BodyPublishers.ofString("{\"enabled\": " + enabled + "}"))
                    .build();
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        }
    }

    @Test
    void usersComeThroughTheProxiesAndNobodyIsLeftAfterwards() throws Exception {
        try (Connection connection = connect()) {
            assertThat(connection.isValid(2)).isTrue();
        }
        enable(false);
        assertThat(catchSql()).isInstanceOf(SQLException.class);
        enable(true);
        connect().close();
        assertThat(facts.member("primary").orElseThrow().facts().get("port"))
                .isNotEqualTo(
                        facts.member("primary-proxy").orElseThrow().facts().get("port"));

        UndoHandler handler = provider.undo("sandbox", toolbox);
        assertThat(handler.inspect(undo).state()).isEqualTo(CleanUp.DIRTY);
        handler.recover(undo);
        assertThat(handler.inspect(undo).state()).isEqualTo(CleanUp.CLEAN);
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(line -> line.contains(undo.data().get("directory"))))
                .isEmpty();
    }

    private Exception catchSql() {
        try (Connection connection = connect()) {
            return new IllegalStateException("connected, through proxies that are disabled: " + connection);
        } catch (Exception e) {
            return e;
        }
    }

    @Test
    void whatIsKnownBeforeItIsMadeNamesTheProxies() {
        assertThat(provider.describe(spec).members())
                .extracting(SystemFacts.Member::name)
                .containsExactly("primary", "standby", "primary-proxy", "standby-proxy");
    }
}
