package dev.musterpoint.injectors.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.drills.plan.Forecast;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads all nodes and pods of a cluster for a forecast, and of each pod keeps what a forecast needs: there may be very many. */
public final class ClusterReading {
    private static final long PAGE = 500;

    private ClusterReading() {}

    /** @throws InjectionException what the cluster refuses, such as to list the pods of all namespaces */
    public static Forecast forecast(ClusterAccess access, Function<ClusterForecast, Forecast> of)
            throws InjectionException {
        return ClusterCall.to(
                access,
                Redactor.process(),
                client -> of.apply(new ClusterForecast(client.nodes().list().getItems(), pods(client))));
    }

    private static List<Pod> pods(KubernetesClient client) {
        List<Pod> pods = new ArrayList<>();
        String next = null;
        do {
            PodList page = client.pods()
                    .inAnyNamespace()
                    .list(new ListOptionsBuilder()
                            .withLimit(PAGE)
                            .withContinue(next)
                            .build());
            page.getItems().forEach(pod -> pods.add(slim(pod)));
            next = page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
        return pods;
    }

    private static Pod slim(Pod pod) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(pod.getMetadata().getName())
                .withNamespace(pod.getMetadata().getNamespace())
                .withUid(pod.getMetadata().getUid())
                .withLabels(pod.getMetadata().getLabels())
                .withOwnerReferences(pod.getMetadata().getOwnerReferences())
                .withDeletionTimestamp(pod.getMetadata().getDeletionTimestamp())
                .endMetadata()
                .withNewSpec()
                .withNodeName(pod.getSpec().getNodeName())
                .withNodeSelector(pod.getSpec().getNodeSelector())
                .withTolerations(pod.getSpec().getTolerations())
                .withAffinity(pod.getSpec().getAffinity())
                .withTopologySpreadConstraints(pod.getSpec().getTopologySpreadConstraints())
                .withContainers(pod.getSpec().getContainers().stream()
                        .map(ClusterReading::slim)
                        .toList())
                .endSpec()
                .withNewStatus()
                .withPhase(pod.getStatus().getPhase())
                .endStatus()
                .build();
    }

    private static Container slim(Container container) {
        return new ContainerBuilder().withResources(container.getResources()).build();
    }
}
