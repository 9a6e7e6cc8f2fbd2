package dev.musterpoint.injectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.connections.kubernetes.ClusterNames;
import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.drills.plan.Forecast;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Three nodes in three zones, with room for two pods of half a CPU each. */
class ClusterForecastTests {
    private static Node node(String zone) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName("node-" + zone)
                .withLabels(Map.of(ClusterNames.ZONE, zone))
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .withAllocatable(
                        Map.of("cpu", new Quantity("1"), "memory", new Quantity("1Gi"), "pods", new Quantity("10")))
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();
    }

    private static List<Node> nodes() {
        return Stream.of("a", "b", "c").map(ClusterForecastTests::node).toList();
    }

    private static PodBuilder pod(String name, String zone, String cpu) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .withUid(name)
                .withLabels(Map.of("app", "web", "pod-template-hash", "5d4"))
                .addNewOwnerReference()
                .withKind("ReplicaSet")
                .withName("web-5d4")
                .withUid("rs")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-" + zone)
                .addNewContainer()
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity(cpu)))
                .endResources()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .endStatus();
    }

    private static ClusterForecast forecast(List<Node> nodes, List<Pod> pods) {
        return new ClusterForecast(
                nodes, pods.stream().flatMap(pod -> PlacedPod.of(pod).stream()).toList());
    }

    private static Forecast ofZone(String zone, List<Pod> pods) {
        return forecast(nodes(), pods).ofNodes(node -> NodeFacts.zone(node).equals(Optional.of(zone)));
    }

    private static List<Pod> spread(String cpu) {
        return Stream.of("a", "b", "c")
                .map(zone -> pod("web-" + zone, zone, cpu).build())
                .toList();
    }

    @Test
    void foreseesWhatStaysAndWhereTheRestGoes() {
        Forecast forecast = ofZone("b", spread("500m"));
        assertThat(forecast.expected())
                .containsExactly("2 of 3 pods of shop/web stay; 1 to be made anew in zones a, c; room for it: yes");
        assertThat(forecast.concerns()).isEmpty();
    }

    @Test
    void saysWhenThereIsNoRoomForWhatHasToMove() {
        Forecast forecast = ofZone("b", spread("800m"));
        assertThat(forecast.expected()).singleElement().asString().endsWith("room for it: 0 of 1");
        assertThat(forecast.concerns()).singleElement().asString().startsWith("only 0 of the 1 pods of shop/web");
    }

    @Test
    void aLostPodFreesItsOwnRoom() {
        Forecast forecast = forecast(nodes(), spread("800m")).ofPods(Set.of("web-a"));
        assertThat(forecast.expected()).singleElement().asString().endsWith("room for it: yes");
    }

    @Test
    void closedAndTaintedNodesHaveNoRoom() {
        List<Node> nodes = nodes();
        nodes.get(0).getSpec().setUnschedulable(true);
        nodes.get(2)
                .getSpec()
                .setTaints(List.of(new io.fabric8.kubernetes.api.model.TaintBuilder()
                        .withKey("gpu")
                        .withEffect("NoSchedule")
                        .build()));
        Forecast forecast = forecast(nodes, spread("100m"))
                .ofNodes(node -> NodeFacts.zone(node).equals(Optional.of("b")));
        assertThat(forecast.expected()).singleElement().asString().endsWith("room for it: 0 of 1");
    }

    @Test
    void saysWhenAZoneTakesAll() {
        List<Pod> together =
                List.of(pod("one", "a", "100m").build(), pod("two", "a", "100m").build());
        assertThat(ofZone("a", together).concerns())
                .containsExactly("all 2 pods of shop/web are on the nodes that go: none is left to serve");
    }

    @Test
    void saysWhenAntiAffinityLeavesNoDomain() {
        List<Pod> apart = Stream.of("a", "b", "c")
                .map(zone -> pod("web-" + zone, zone, "100m")
                        .editSpec()
                        .withNewAffinity()
                        .withNewPodAntiAffinity()
                        .addNewRequiredDuringSchedulingIgnoredDuringExecution()
                        .withTopologyKey(ClusterNames.ZONE)
                        .withNewLabelSelector()
                        .withMatchLabels(Map.of("app", "web"))
                        .endLabelSelector()
                        .endRequiredDuringSchedulingIgnoredDuringExecution()
                        .endPodAntiAffinity()
                        .endAffinity()
                        .endSpec()
                        .build())
                .toList();
        assertThat(ofZone("b", apart).concerns()).singleElement().asString().contains("1 stay Pending");
    }

    @Test
    void saysWhenTheSpreadGoesOnCountingWhatIsEmptied() {
        List<Pod> pods = Stream.of("a", "b", "c")
                .map(zone -> pod("web-" + zone, zone, "100m")
                        .editSpec()
                        .addNewTopologySpreadConstraint()
                        .withMaxSkew(1)
                        .withTopologyKey(ClusterNames.ZONE)
                        .withWhenUnsatisfiable("DoNotSchedule")
                        .endTopologySpreadConstraint()
                        .endSpec()
                        .build())
                .toList();
        assertThat(ofZone("b", pods).concerns()).singleElement().asString().contains("nodeTaintsPolicy: Honor");
    }

    private static Pod tolerating(String name, Long seconds, String owner) {
        return pod(name, "b", "100m")
                .editMetadata()
                .editFirstOwnerReference()
                .withKind(owner)
                .endOwnerReference()
                .endMetadata()
                .editSpec()
                .addNewToleration()
                .withKey("node.kubernetes.io/unreachable")
                .withOperator("Exists")
                .withEffect("NoExecute")
                .withTolerationSeconds(seconds)
                .endToleration()
                .addNewToleration()
                .withKey("node.kubernetes.io/not-ready")
                .withOperator("Exists")
                .withTolerationSeconds(7L)
                .endToleration()
                .endSpec()
                .build();
    }

    private static List<String> expectedOfCut(Pod... pods) {
        return forecast(nodes(), List.of(pods))
                .ofNodesCutOff(node -> NodeFacts.isIn(node, "b"))
                .expected();
    }

    @Test
    void saysWhenPodsOfNodesThatAreCutOffAreMadeAnew() {
        assertThat(expectedOfCut(
                        tolerating("one", 300L, "ReplicaSet"),
                        tolerating("two", 300L, "ReplicaSet"),
                        pod("three", "b", "100m").build(),
                        tolerating("four", null, "ReplicaSet"),
                        tolerating("five", 300L, "StatefulSet")))
                .last()
                .asString()
                .endsWith("tolerate that no longer: 1 at once, 2 after 5 min, 2 not before the nodes are back (of"
                        + " StatefulSets, or tolerating it for good)");
        assertThat(expectedOfCut(pod("elsewhere", "a", "100m").build())).isEmpty();
    }

    @Test
    void daemonsAndBarePodsGoNowhere() {
        Pod bare = pod("bare", "a", "100m").build();
        bare.getMetadata().setOwnerReferences(List.of());
        Pod daemon = pod("daemon", "a", "100m").build();
        daemon.getMetadata().getOwnerReferences().get(0).setKind("DaemonSet");
        assertThat(ofZone("a", List.of(bare, daemon)).expected()).isEmpty();
    }
}
