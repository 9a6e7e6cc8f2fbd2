package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.Clusters;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** One zone under watch: its nodes are asked all at once, for one that is cut off is known by not answering. */
final class ZoneWatch extends ClusterWatch {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    private static final int MOST_AT_ONCE = 32;

    private final Sought sought;
    private final ExecutorService workers;

    ZoneWatch(ClusterAccess access, Redactor redactor, Sought sought) {
        super(Clusters.open(access, redactor, ANSWER_WITHIN), redactor);
        this.sought = sought;
        this.workers = Executors.newFixedThreadPool(
                Math.min(MOST_AT_ONCE, sought.nodes().size()), work -> {
                    Thread thread = new Thread(work, "zone-watch");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Which nodes, and how the pods of the run are known, through which they are asked.
     *
     * @param labels of the run's pods; there is one on each node
     */
    record Sought(List<String> nodes, String namespace, Map<String, String> labels) {}

    @Override
    Reading read(KubernetesClient client) throws InjectionException {
        Map<String, Node> nodes = client.nodes().list().getItems().stream()
                .collect(Collectors.toMap(node -> node.getMetadata().getName(), node -> node));
        Map<String, Pod> agents =
                client.pods().inNamespace(sought.namespace()).withLabels(sought.labels()).list().getItems().stream()
                        .collect(Collectors.toMap(pod -> pod.getSpec().getNodeName(), pod -> pod, (one, other) -> one));
        return together(ask(nodes, agents, new NodeSight(client)));
    }

    private List<Future<Reading>> ask(Map<String, Node> nodes, Map<String, Pod> agents, NodeSight sight) {
        List<Future<Reading>> asked = new ArrayList<>();
        for (String name : sought.nodes()) {
            asked.add(workers.submit(() -> sight.of(name, nodes.get(name), agents.get(name))));
        }
        return asked;
    }

    /** The zone is cut off when each of its nodes is. */
    private static Reading together(List<Future<Reading>> asked) throws InjectionException {
        boolean all = true;
        List<String> details = new ArrayList<>();
        for (Future<Reading> each : asked) {
            Reading reading = answer(each);
            all &= reading.effect();
            details.add(reading.detail());
        }
        return new Reading(all, String.join("; ", details));
    }

    private static Reading answer(Future<Reading> asked) throws InjectionException {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException("interrupted while reading nodes", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InjectionException untold) {
                throw untold;
            }
            if (e.getCause() instanceof KubernetesClientException refused) {
                throw refused;
            }
            throw new InjectionException("reading nodes failed: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        super.close();
    }
}
