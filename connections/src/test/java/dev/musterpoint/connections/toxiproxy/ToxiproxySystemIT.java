package dev.musterpoint.connections.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.engine.OpenSystems;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.SystemCheck;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.sandbox.toxiproxy.ToxiproxyServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class ToxiproxySystemIT {
    private static final int NOBODY = 9;

    @RegisterExtension
    final ToxiproxyServer server = new ToxiproxyServer();

    private final ToxiproxySystemProvider provider = new ToxiproxySystemProvider();
    private final Toolbox toolbox =
            new Toolbox("run-1", Path.of("unused"), new OpenSystems(), new SystemRunClock(), new Redactor());

    private SystemSpec spec() {
        return new SystemSpec("px", "toxiproxy", new Params(Map.of("url", server.url())));
    }

    private List<SystemCheck> examine() {
        return provider.examine(spec(), toolbox, new Cancellation());
    }

    @Test
    void itsMembersAreItsProxies() throws Exception {
        int port = server.proxy("db", NOBODY);
        SystemFacts facts = provider.open(spec(), toolbox, data -> {}, new Cancellation());
        assertThat(facts.facts()).containsEntry("version", "2.12.0").containsEntry(ToxiproxyApi.URL, server.url());
        assertThat(facts.member("db").orElseThrow().facts())
                .containsEntry("host", "127.0.0.1")
                .containsEntry("port", Integer.toString(port))
                .containsEntry("upstream", "127.0.0.1:" + NOBODY);
    }

    @Test
    void saysThatItCannotBeReached() throws Exception {
        server.close();
        assertThatThrownBy(() -> provider.open(spec(), toolbox, data -> {}, new Cancellation()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'px' cannot be reached");
        assertThat(examine()).extracting(SystemCheck::state).containsExactly(SystemCheck.State.FAILED);
    }

    @Test
    void theDoctorTellsOfProxiesThatDrillsWouldNotTouch() throws Exception {
        assertThat(examine()).extracting(SystemCheck::found).contains("there are none");
        server.proxy("fine", NOBODY);
        server.proxy("toxic", NOBODY);
        server.proxy("off", NOBODY);
        server.send(
                "POST", "/proxies/toxic/toxics", "{\"name\": \"theirs\", \"type\": \"latency\", \"attributes\": {}}");
        server.send("POST", "/proxies/off", "{\"enabled\": false}");
        Map<String, SystemCheck.State> states = new HashMap<>();
        examine().forEach(check -> states.put(check.name(), check.state()));
        assertThat(states)
                .containsEntry("proxy fine", SystemCheck.State.OK)
                .containsEntry("proxy toxic", SystemCheck.State.WARNING)
                .containsEntry("proxy off", SystemCheck.State.WARNING);
    }

    @Test
    void removesOneToxicAndNoOther() throws Exception {
        server.proxy("db", NOBODY);
        ToxiproxyApi api = new ToxiproxyApi(server.url());
        api.add("db", new NewToxic("ours", "latency", "upstream", 0.5, Map.of("latency", 7L)), new Cancellation());
        api.add("db", new NewToxic("ours-too", "slicer", "downstream", 1, Map.of("delay", 1L)), new Cancellation());
        assertThat(server.state("db"))
                .contains("\"name\":\"ours\"", "\"latency\":7", "\"toxicity\":0.5", "\"stream\":\"upstream\"");
        assertThat(api.remove("db", "ours")).isTrue();
        assertThat(api.remove("db", "ours")).isFalse();
        assertThat(api.remove("elsewhere", "ours")).isFalse();
        assertThat(api.has("db", "ours")).isFalse();
        assertThat(api.proxy("db").orElseThrow().toxics()).containsExactly("ours-too");
        assertThat(api.proxy("elsewhere")).isEmpty();
    }
}
