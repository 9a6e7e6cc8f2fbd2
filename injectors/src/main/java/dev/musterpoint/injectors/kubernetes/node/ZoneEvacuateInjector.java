package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;

/**
 * Empties a zone: its nodes are tainted by us, so that nothing starts there again, and its pods are taken away without grace. It
 * cuts nothing: what runs on in the zone, such as DaemonSets, is still reached.
 */
final class ZoneEvacuateInjector extends NodeInjector {
    private final Optional<OwnPod> own;

    ZoneEvacuateInjector(Toolbox toolbox, Optional<OwnPod> own) {
        super(toolbox);
        this.own = own;
    }

    @Override
    void change(Change change) throws InjectionException {
        KubernetesClient client = change.client();
        ZonePods pods = ZonePods.of(change.fault().spec(), client, own);
        pods.refuseBareOn(change.nodes());
        NodeEdits edits = new NodeEdits(client);
        change.injection().begins();
        for (Node node : change.nodes()) {
            edits.edit(node, change.marks()::evacuated);
        }
        List<Pod> leaving = pods.on(change.nodes());
        for (Pod pod : leaving) {
            change.injection().cancellation().throwIfCancelled();
            delete(pod, client);
        }
    }

    /** That very pod, at once. One that is gone already is gone. */
    private static void delete(Pod pod, KubernetesClient client) {
        DeleteOptions options = new DeleteOptionsBuilder()
                .withGracePeriodSeconds(0L)
                .withNewPreconditions()
                .withUid(pod.getMetadata().getUid())
                .endPreconditions()
                .build();
        try {
            client.raw(
                    "/api/v1/namespaces/" + pod.getMetadata().getNamespace() + "/pods/"
                            + pod.getMetadata().getName(),
                    "DELETE",
                    options);
        } catch (KubernetesClientException e) {
            if (!ClusterErrors.isMissing(e) && !ClusterErrors.isConflict(e)) {
                throw e;
            }
        }
    }
}
