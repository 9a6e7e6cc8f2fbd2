package dev.musterpoint.injectors.kubernetes.node;

import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.injectors.kubernetes.pod.BudgetWait;
import dev.musterpoint.injectors.kubernetes.pod.BudgetWait.Wait;
import dev.musterpoint.injectors.kubernetes.pod.Eviction;
import dev.musterpoint.injectors.kubernetes.pod.GracePeriod;
import dev.musterpoint.injectors.kubernetes.pod.PlannedPod;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;

/** Cordons a node and evicts its pods, each as soon as disruption budgets let it go. */
final class DrainInjector extends NodeInjector {
    private final Optional<OwnPod> own;

    DrainInjector(Toolbox toolbox, Optional<OwnPod> own) {
        super(toolbox);
        this.own = own;
    }

    @Override
    void change(Change change) throws InjectionException {
        Params params = change.fault().spec().params();
        BudgetWait patience = BudgetWait.of(params);
        patience.requireWithin(change.fault().spec().holdFor());
        ZonePods pods = ZonePods.of(change.fault().spec(), change.client(), own);
        pods.refuseBareOn(change.nodes());
        NodeEdits edits = new NodeEdits(change.client());
        change.injection().begins();
        for (Node node : change.nodes()) {
            edits.edit(node, change.marks()::cordoned);
        }
        for (Pod pod : pods.on(change.nodes())) {
            evict(pod, change, patience);
        }
    }

    private void evict(Pod pod, Change change, BudgetWait patience) throws InjectionException {
        ObjectMeta meta = pod.getMetadata();
        PlannedPod planned = new PlannedPod("", meta.getNamespace(), meta.getName(), meta.getUid());
        Eviction eviction = new Eviction(
                change.client(),
                planned,
                GracePeriod.seconds(change.fault().spec().params()));
        try {
            Wait wait = patience.until(
                    eviction::heldBy, toolbox().clock(), change.injection().cancellation());
            if (!wait.lastHeldBy().isEmpty()) {
                String name = meta.getNamespace() + "/" + meta.getName();
                change.injection()
                        .amend(Map.of(
                                "held." + name, Durations.format(wait.waited()), "heldBy." + name, wait.lastHeldBy()));
            }
            if (!wait.over() && !patience.skip()) {
                throw new InjectionException("the eviction of " + planned + " was held for "
                        + Durations.format(wait.waited()) + ": " + wait.lastHeldBy()
                        + "; raise 'waitFor', let the budget allow a disruption, or say 'whenHeld: skip'");
            }
        } catch (KubernetesClientException e) {
            if (!ClusterErrors.isMissing(e) && !ClusterErrors.isConflict(e) && !ClusterErrors.isLeaving(e)) {
                throw e;
            }
        }
    }
}
