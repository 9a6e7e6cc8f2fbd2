package dev.musterpoint.connections.kubernetes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterVisitTests {
    @TempDir
    Path folder;

    @Test
    void whatHasNoVersionIsNoKubernetes() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
                    apiVersion: v1
                    kind: Config
                    clusters: [{ name: other, cluster: { server: "%s" } }]
                    users: [{ name: other, user: { token: none } }]
                    contexts: [{ name: other, context: { cluster: other, user: other } }]
                    current-context: other
                    """.formatted(address));
            ClusterAccess access = new ClusterAccess(kubeconfig.toString(), "other", address, "default", true);

            assertThatThrownBy(() -> new ClusterVisit(access, new Redactor(), new Cancellation()).version("cluster"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("system 'cluster' at " + address)
                    .hasMessageContaining("404: it has no /version");
        } finally {
            server.stop(0);
        }
    }
}
