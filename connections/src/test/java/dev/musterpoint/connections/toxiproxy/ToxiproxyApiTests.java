package dev.musterpoint.connections.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spi.Cancellation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ToxiproxyApiTests {
    @Test
    void givesUpOnAServerThatNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ToxiproxyApi api = new ToxiproxyApi("http://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(200));
            assertThatThrownBy(api::proxies).hasMessageContaining("was not answered within 200 ms");
            assertThatThrownBy(() -> api.proxy("db")).hasMessageContaining("was not answered within 200 ms");
            assertThatThrownBy(() -> api.remove("db", "ours")).hasMessageContaining("was not answered within 200 ms");
            assertThatThrownBy(() -> api.enable("db", false, new Cancellation()))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("POST .*(was not answered within 200 ms|timed out)");
            NewToxic toxic = new NewToxic("ours", "latency", "downstream", 1, Map.of("latency", 1L));
            assertThatThrownBy(() -> api.add("db", toxic, new Cancellation()))
                    .hasMessageMatching("POST .*(was not answered within 200 ms|timed out)");
        }
    }

    @Test
    void saysWhoCannotBeReached() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> new ToxiproxyApi("http://127.0.0.1:" + port).proxies())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("http://127.0.0.1:" + port)
                .hasMessageContaining("refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:8474",
                "ftp://host:21",
                "http://host:8474/api",
                "http://host:8474?x=1",
                "http://u:p@host"
            })
    void refusesWhatIsNoAddressOfAnApi(String url) {
        assertThatThrownBy(() -> new ToxiproxyApi(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Toxiproxy's API");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a b", "a?b", "ä", "../reset"})
    void refusesNamesThatWouldLeadElsewhere(String name) {
        assertThatThrownBy(() -> ToxiproxyApi.requireName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAProxyTheSameWhateverADrillCallsItsSystem() {
        assertThat(new ToxiproxyApi("http://Proxy.example:8474/").nameOf("db"))
                .isEqualTo("toxiproxy://proxy.example:8474/proxies/db");
    }

    @Test
    void clientsReachAProxyThatListensEverywhereWhereItsApiIs() {
        URI api = URI.create("http://proxy.example:8474");
        assertThat(new ProxyState("db", "[::]:5432", "x:1", true, List.of()).host(api))
                .isEqualTo("proxy.example");
        assertThat(new ProxyState("db", "0.0.0.0:5432", "x:1", true, List.of()).host(api))
                .isEqualTo("proxy.example");
        assertThat(new ProxyState("db", "[::1]:5432", "x:1", true, List.of()).host(api))
                .isEqualTo("::1");
        assertThat(new ProxyState("db", "10.0.0.1:5432", "x:1", true, List.of()).port())
                .isEqualTo("5432");
    }
}
