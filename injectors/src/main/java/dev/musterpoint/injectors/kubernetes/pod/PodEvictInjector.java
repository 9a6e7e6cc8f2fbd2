package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.injectors.kubernetes.pod.BudgetWait.Wait;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;

/**
 * Evicts a pod as a drain would: disruption budgets are respected. While one holds, it is only asked whether it still would,
 * so that T0⁻ is taken when the eviction is let through, and not when it was first wished for.
 */
final class PodEvictInjector extends PodInjector {
    PodEvictInjector(Toolbox toolbox) {
        super(toolbox);
    }

    @Override
    void take(PlannedPod pod, KubernetesClient client, PlannedFault fault, Injection injection)
            throws InjectionException {
        Params params = fault.spec().params();
        BudgetWait patience = BudgetWait.of(params);
        Eviction eviction = new Eviction(client, pod, GracePeriod.seconds(params));
        try {
            Wait asked = patience.until(eviction::wouldBeHeldBy, toolbox().clock(), injection.cancellation());
            note(asked, injection);
            Wait done = asked.over() ? evict(eviction, patience, injection) : asked;
            if (!done.over() && !patience.skip()) {
                throw new InjectionException("the eviction of " + pod + " was held for "
                        + Durations.format(done.waited()) + ": " + done.lastHeldBy()
                        + "; raise 'waitFor', let the budget allow a disruption, or say 'whenHeld: skip'");
            }
        } catch (KubernetesClientException e) {
            if (ClusterErrors.isMissing(e) || ClusterErrors.isConflict(e)) {
                throw new InjectionException("the pod " + pod + " went away by itself; plan the drill again", e);
            }
            throw e;
        }
    }

    private Wait evict(Eviction eviction, BudgetWait patience, Injection injection) throws InjectionException {
        injection.begins();
        Wait done = patience.until(eviction::heldBy, toolbox().clock(), injection.cancellation());
        note(done, injection);
        return done;
    }

    /** In the journal, and so in the evidence: how long it was held, and by what. */
    private static void note(Wait wait, Injection injection) {
        if (!wait.lastHeldBy().isEmpty()) {
            injection.amend(Map.of("held", Durations.format(wait.waited()), "heldBy", wait.lastHeldBy()));
        }
    }
}
