package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.connections.kubernetes.ClusterErrors;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pods of one cut, by their names: made, read, spoken to and deleted. No other pod is. */
final class CutPods {
    /** Takes the word in, and passes it on only if it comes: a connection that breaks gives none. */
    private static final String[] GO = {"sh", "-c", "read -r word && : >/tmp/go"};

    private static final String[] STOP = {"sh", "-c", ": >/tmp/stop"};

    private final KubernetesClient client;
    private final Cut cut;
    private final AgentPod made;

    CutPods(KubernetesClient client, Cut cut) {
        this.client = client;
        this.cut = cut;
        this.made = new AgentPod(cut);
    }

    void makeAgents() {
        cut.zone().nodes().keySet().forEach(node -> make(made.agent(node)));
    }

    void makeSweeper(String node) {
        make(made.sweeper(node));
    }

    private void make(Pod pod) {
        pods().resource(pod).create();
    }

    /** All of them that are there, by name. */
    Map<String, Pod> present() {
        Map<String, Pod> present = new TreeMap<>();
        Set<String> named = cut.zone().nodes().keySet().stream()
                .flatMap(node -> Stream.of(cut.agent(node), cut.sweeper(node)))
                .collect(Collectors.toSet());
        // Runs of two directories may have one id, and so their pods the same labels.
        for (Pod pod : pods().withLabels(cut.labels()).list().getItems()) {
            if (named.contains(pod.getMetadata().getName())) {
                present.put(pod.getMetadata().getName(), pod);
            }
        }
        return present;
    }

    /** What the agents have come to, by node. */
    Map<String, AgentState> agents() {
        Map<String, Pod> present = present();
        Map<String, AgentState> states = new TreeMap<>();
        cut.zone().nodes().keySet().forEach(node -> states.put(node, AgentState.of(present.get(cut.agent(node)))));
        return states;
    }

    AgentState sweeper(String node) {
        return AgentState.of(pods().withName(cut.sweeper(node)).get());
    }

    /** A connection to a node's agent over which the word can be given. */
    ExecWatch openGo(String node) {
        return pods().withName(cut.agent(node))
                .withReadyWaitTimeout(0)
                .redirectingInput()
                .exec(GO);
    }

    /** Tells a node's agent to end. The caller closes what comes back, once it has heard. */
    ExecWatch stop(String node) {
        // The API server refuses a program that nobody listens to.
        return pods().withName(cut.agent(node))
                .withReadyWaitTimeout(0)
                .redirectingError()
                .exec(STOP);
    }

    /** @param grace seconds for its script to clear up; 0 for a pod that has ended */
    void delete(String name, long grace) {
        try {
            pods().withName(name).withGracePeriod(grace).delete();
        } catch (KubernetesClientException e) {
            if (!ClusterErrors.isMissing(e)) {
                throw e;
            }
        }
    }

    private NonNamespaceOperation<Pod, PodList, PodResource> pods() {
        return client.pods().inNamespace(cut.namespace());
    }
}
