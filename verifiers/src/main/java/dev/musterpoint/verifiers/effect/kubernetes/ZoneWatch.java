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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** One zone under watch: its nodes are asked all at once, for one that is cut off is known by not answering. */
final class ZoneWatch extends ClusterWatch {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    /** An answer may begin in time and never end, when the node is cut off while it speaks. */
    private static final Duration ENDED_WITHIN = ANSWER_WITHIN.multipliedBy(2);

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
        NodeSight sight = new NodeSight(client);
        return together(ask(nodes, agents, sight), sight);
    }

    private Map<String, Future<Reading>> ask(Map<String, Node> nodes, Map<String, Pod> agents, NodeSight sight) {
        Map<String, Future<Reading>> asked = new LinkedHashMap<>();
        for (String name : sought.nodes()) {
            asked.put(name, workers.submit(() -> sight.of(name, nodes.get(name), agents.get(name))));
        }
        return asked;
    }

    /** The zone is cut off when each of its nodes is. */
    private static Reading together(Map<String, Future<Reading>> asked, NodeSight sight) throws InjectionException {
        boolean all = true;
        List<String> details = new ArrayList<>();
        for (Map.Entry<String, Future<Reading>> each : asked.entrySet()) {
            Reading reading = answer(each.getKey(), each.getValue(), sight);
            all &= reading.effect();
            details.add(reading.detail());
        }
        return new Reading(all, String.join("; ", details));
    }

    private static Reading answer(String node, Future<Reading> asked, NodeSight sight) throws InjectionException {
        try {
            return asked.get(ENDED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return sight.noAnswer(node);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException("interrupted while reading nodes", e);
        } catch (ExecutionException e) {
            throw refused(e);
        }
    }

    private static InjectionException refused(ExecutionException e) {
        if (e.getCause() instanceof InjectionException untold) {
            return untold;
        }
        if (e.getCause() instanceof KubernetesClientException refused) {
            throw refused;
        }
        return new InjectionException("reading nodes failed: " + e.getCause(), e);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        super.close();
    }
}
