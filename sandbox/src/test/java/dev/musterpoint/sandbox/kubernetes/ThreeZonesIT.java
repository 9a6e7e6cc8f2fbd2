package dev.musterpoint.sandbox.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThreeZonesIT {
    @RegisterExtension
    final ThreeZones zones = new ThreeZones();

    @Test
    void servesFromEveryZone() throws Exception {
        String url = zones.web();

        assertThat(zones.kubectl(
                        "get", "nodes", "-o", "jsonpath={.items[*].metadata.labels.topology\\.kubernetes\\.io/zone}"))
                .isEqualTo("a b c");
        assertThat(zones.kubectl("get", "pods", "-o", "jsonpath={.items[*].spec.nodeName}")
                        .split(" "))
                .containsExactlyInAnyOrder("node-a1", "node-b1", "node-c1");
        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                        .body())
                .contains("web-");
    }

    @Test
    void losesAndRegainsTheNodesOfAZone() {
        zones.script("zone-off.sh", "b");
        zones.kubectl("wait", "--for=condition=Ready=Unknown", "node/node-b1", "--timeout=30s");
        zones.script("zone-on.sh", "b");
        zones.kubectl("wait", "--for=condition=Ready", "node/node-b1", "--timeout=30s");

        assertThat(zones.kubectl("get", "nodes", "--no-headers").lines())
                .hasSize(3)
                .allMatch(line -> line.contains(" Ready "));
    }

    @Test
    void isNotHandedOnWhileANodeBearsAMark() {
        zones.kubectl("taint", "node", "node-b1", "left=behind:PreferNoSchedule");
        try {
            assertThatThrownBy(() -> zones.script("in-order.sh")).hasMessageContaining("nodes bear");
        } finally {
            zones.kubectl("taint", "node", "node-b1", "left-");
        }
        assertThatCode(() -> zones.script("in-order.sh")).doesNotThrowAnyException();
    }

    @Test
    void ownsItsDirectory() {
        assertThat(zones.directory()).isNotEqualTo(Path.of("/")).isDirectory();
    }
}
