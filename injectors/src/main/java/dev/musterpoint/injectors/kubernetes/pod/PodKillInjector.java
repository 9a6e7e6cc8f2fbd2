package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/** Deletes a pod, and no other than the one that was planned. Disruption budgets are not asked: that is the fault. */
final class PodKillInjector extends PodInjector {
    PodKillInjector(Toolbox toolbox) {
        super(toolbox);
    }

    @Override
    void take(PlannedPod pod, KubernetesClient client, PlannedFault fault, Injection injection)
            throws InjectionException {
        Optional<Long> grace = GracePeriod.seconds(fault.spec().params());
        injection.begins();
        try {
            client.raw(
                    pod.path(),
                    "DELETE",
                    new DeleteOptionsBuilder()
                            .withGracePeriodSeconds(grace.orElse(null))
                            .withNewPreconditions()
                            .withUid(pod.uid())
                            .endPreconditions()
                            .build());
        } catch (KubernetesClientException e) {
            if (ClusterErrors.isMissing(e) || ClusterErrors.isConflict(e)) {
                throw new InjectionException("the pod " + pod + " went away by itself; plan the drill again", e);
            }
            throw e;
        }
    }
}
