package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.regex.Pattern;

/**
 * Whether a node is cut off. The API server is told late that it is; sooner shows that it cannot get a log from the node: it asks
 * the node's kubelet for it, there and then.
 */
final class NodeSight {
    private static final int SERVER_ERROR = 500;

    /** What an API server says that could not get through to a kubelet; one that is refused got through to its node. */
    private static final Pattern NO_WAY_THROUGH =
            Pattern.compile("i/o timeout|no route to host|network is unreachable|deadline exceeded|Client\\.Timeout");

    private final KubernetesClient client;

    NodeSight(KubernetesClient client) {
        this.client = client;
    }

    /**
     * @param node  null when there is none of that name
     * @param agent the pod of the run on it; null when there is none
     * @throws InjectionException when it cannot be told
     */
    Reading of(String name, Node node, Pod agent) throws InjectionException {
        if (node == null) {
            throw new InjectionException("the node " + name + " is not there");
        }
        if (!NodeFacts.isReady(node)) {
            return new Reading(true, name + " is not ready");
        }
        if (agent == null || !"Running".equals(agent.getStatus().getPhase())) {
            return new Reading(false, name + " is ready");
        }
        return log(name, agent);
    }

    private Reading log(String name, Pod agent) throws InjectionException {
        try {
            client.raw("/api/v1/namespaces/" + agent.getMetadata().getNamespace() + "/pods/"
                    + agent.getMetadata().getName() + "/log?tailLines=1");
            return new Reading(false, name + " answers");
        } catch (KubernetesClientException e) {
            if (e.getCode() >= SERVER_ERROR
                    && NO_WAY_THROUGH.matcher(ClusterErrors.say(e)).find()) {
                return new Reading(true, name + " is out of the API server's reach: " + ClusterErrors.say(e));
            }
            // Without an answer there is no status; the client has 0 for it, or less.
            if (e.getCode() <= 0) {
                return noAnswer(name);
            }
            throw e;
        }
    }

    /** Was it the node that did not answer, or the API server itself? */
    private Reading noAnswer(String name) throws InjectionException {
        if (client.nodes().withName(name).get() == null) {
            throw new InjectionException("the node " + name + " is not there");
        }
        return new Reading(true, name + " does not answer the API server, which answers us");
    }
}
