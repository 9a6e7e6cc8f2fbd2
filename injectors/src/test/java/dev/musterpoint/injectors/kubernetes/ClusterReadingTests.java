package dev.musterpoint.injectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.drills.plan.Forecast;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of three zones with more pods than one page holds, a third of them in each zone. */
class ClusterReadingTests {
    private static final int PODS = 1_200;
    private static final String ALL_PODS = "/api/v1/pods";

    @TempDir
    Path folder;

    private ListingServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ListingServer()
                .with("/api/v1/nodes", 3, ClusterReadingTests::node)
                .with(ALL_PODS, PODS, ClusterReadingTests::pod);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String node(int number) {
        return """
                {"metadata":{"name":"node-%1$d","labels":{"topology.kubernetes.io/zone":"%1$d"}},"spec":{},
                 "status":{"allocatable":{"cpu":"100","memory":"1Ti","pods":"1000"},
                           "conditions":[{"type":"Ready","status":"True"}]}}""".formatted(number);
    }

    private static String pod(int number) {
        return """
                {"metadata":{"namespace":"shop","name":"web-%1$d","uid":"%1$d","labels":{"pod-template-hash":"5d4"},
                             "ownerReferences":[{"kind":"ReplicaSet","name":"web-5d4","controller":true}]},
                 "spec":{"nodeName":"node-%2$d","containers":[{"resources":{"requests":{"cpu":"100m"}}}]},
                 "status":{"phase":"Running"}}""".formatted(number, number % 3);
    }

    @Test
    void foreseesFromAllPagesOfPods() throws Exception {
        Forecast forecast = ClusterReading.forecast(
                server.access(folder), cluster -> cluster.ofNodes(node -> NodeFacts.isIn(node, "2")));

        assertThat(forecast.expected())
                .containsExactly(
                        "800 of 1200 pods of shop/web stay; 400 to be made anew in zones 0, 1; room for them: yes");
    }

    @Test
    void asksForPagesOfPodsThatRun() throws Exception {
        ClusterReading.forecast(server.access(folder), cluster -> cluster.ofNodes(node -> false));

        assertThat(server.asked(ALL_PODS)).hasSize(3).allSatisfy(request -> assertThat(request)
                .containsEntry("limit", "500")
                .containsEntry("fieldSelector", "status.phase=Running")
                // With it the API server would heed no limit.
                .doesNotContainKey("resourceVersion"));
    }
}
