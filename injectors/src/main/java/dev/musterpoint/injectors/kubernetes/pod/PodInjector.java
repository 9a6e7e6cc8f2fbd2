package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/**
 * What taking pods away has in common. Nothing is undone: a pod's controller makes another one, and what was in the old one
 * is gone.
 */
abstract class PodInjector implements FaultInjector {
    private final Toolbox toolbox;

    PodInjector(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    Toolbox toolbox() {
        return toolbox;
    }

    /** Takes the pod away. The client has spoken with the API server, so that its connection is there. */
    abstract void take(PlannedPod pod, KubernetesClient client, PlannedFault fault, Injection injection)
            throws InjectionException;

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) throws InjectionException {
        PlannedPod pod = PlannedPod.of(target);
        ClusterAccess access = access(pod);
        boolean bare = ClusterCall.to(access, toolbox.redactor(), client -> require(pod, client))
                .getMetadata()
                .getOwnerReferences()
                .isEmpty();
        return UndoRecord.of(
                fault,
                target,
                toolbox.ownerMark(fault),
                UndoKind.NONE,
                Map.of(PlannedPod.NAMESPACE, pod.namespace(), PlannedPod.NAME, pod.name(), PlannedPod.UID, pod.uid()),
                bare
                        ? "no controller makes " + pod.name() + " again; make it from its manifest"
                        : "there is nothing to undo; its controller makes another pod");
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        PlannedPod pod = PlannedPod.of(target);
        ClusterCall.to(access(pod), toolbox.redactor(), client -> {
            require(pod, client);
            injection.cancellation().throwIfCancelled();
            take(pod, client, fault, injection);
            return pod;
        });
    }

    private static Pod require(PlannedPod planned, KubernetesClient client) throws InjectionException {
        Pod now = client.pods()
                .inNamespace(planned.namespace())
                .withName(planned.name())
                .get();
        if (now == null || !planned.uid().equals(now.getMetadata().getUid())) {
            throw new InjectionException("the pod " + planned + " is not there any more"
                    + (now == null ? "" : ", and another one bears its name") + "; plan the drill again");
        }
        return now;
    }

    private ClusterAccess access(PlannedPod pod) {
        return ClusterAccess.of(toolbox.systems().get(pod.system()));
    }

    @Override
    public void recover(UndoRecord undo) {
        // A pod that is gone is gone; its controller makes another.
    }

    @Override
    public Residue inspect(UndoRecord undo) {
        return Residue.none("nothing of ours stays behind when a pod is taken away");
    }
}
