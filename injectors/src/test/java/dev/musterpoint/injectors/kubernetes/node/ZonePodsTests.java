package dev.musterpoint.injectors.kubernetes.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ZonePodsTests {
    private static final Optional<OwnPod> OWN = Optional.of(new OwnPod("tools", "musterpoint-0"));

    private static Pod pod(String namespace, String name, String ownerKind, String phase, Map<String, String> labels) {
        PodBuilder builder = new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .withNewStatus()
                .withPhase(phase)
                .endStatus();
        return ownerKind.isEmpty()
                ? builder.build()
                : builder.editMetadata()
                        .addNewOwnerReference()
                        .withKind(ownerKind)
                        .withController(true)
                        .endOwnerReference()
                        .endMetadata()
                        .build();
    }

    private static ZonePods pods(boolean daemonSets) {
        return new ZonePods(null, new Params(Map.of(ZonePods.DAEMON_SETS, Boolean.toString(daemonSets))), OWN);
    }

    private static boolean leaves(Pod pod) {
        return pods(false).leaves(pod);
    }

    @Test
    void takesWhatControllersMakeAndWhatNobodyMakes() {
        assertThat(leaves(pod("shop", "web-1", "ReplicaSet", "Running", Map.of())))
                .isTrue();
        assertThat(leaves(pod("shop", "bare", "", "Pending", Map.of()))).isTrue();
    }

    @Test
    void leavesWhatANodeRunsByItselfAndWhatHasEnded() {
        assertThat(leaves(pod("kube-system", "etcd", "Node", "Running", Map.of())))
                .isFalse();
        assertThat(leaves(pod("shop", "job", "Job", "Succeeded", Map.of()))).isFalse();
    }

    @Test
    void leavesWhatIsOurs() {
        assertThat(leaves(pod("tools", "musterpoint-0", "StatefulSet", "Running", Map.of())))
                .isFalse();
        assertThat(leaves(pod("shop", "agent", "", "Running", Map.of("musterpoint.dev/run", "x"))))
                .isFalse();
    }

    @Test
    void takesDaemonSetsOnlyWhenTold() {
        Pod daemon = pod("kube-system", "proxy", "DaemonSet", "Running", Map.of());

        assertThat(leaves(daemon)).isFalse();
        assertThat(pods(true).leaves(daemon)).isTrue();
    }

    private static void require(boolean daemonSets, Pod... pods) throws InjectionException {
        ZonePods leaving = pods(daemonSets);
        leaving.requireRunning(Stream.of(pods).filter(leaving::leaves), "zone 'c'");
    }

    @Test
    void refusesAPlanByWhichNothingThatRunsWouldLeave() throws InjectionException {
        Pod daemon = pod("kube-system", "proxy", "DaemonSet", "Running", Map.of());
        Pod fixed = pod("kube-system", "etcd", "Node", "Running", Map.of());
        Pod pending = pod("shop", "web-2", "ReplicaSet", "Pending", Map.of());

        assertThatThrownBy(() -> require(false, daemon, fixed, pending))
                .hasMessage("no pod would leave zone 'c': none runs there but those of DaemonSets, what nodes run by"
                        + " themselves, and our own; select where others run, or say 'daemonSets: true'");
        assertThatThrownBy(() -> require(true, fixed)).hasMessageEndingWith("select where others run");
        require(true, daemon);
        require(false, daemon, pod("shop", "web-1", "ReplicaSet", "Running", Map.of()));
    }
}
