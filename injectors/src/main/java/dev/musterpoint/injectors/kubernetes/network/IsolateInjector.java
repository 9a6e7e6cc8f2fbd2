package dev.musterpoint.injectors.kubernetes.network;

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
import dev.musterpoint.injectors.kubernetes.pod.PlannedPod;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Isolates a pod from the network: the policy first, which selects nothing yet, and then the label that it selects by. */
final class IsolateInjector implements FaultInjector {
    static final String DIRECTION = "direction";

    private static final Duration IN_FLIGHT = Duration.ofSeconds(1);
    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private final Toolbox toolbox;

    IsolateInjector(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) throws InjectionException {
        PlannedPod pod = PlannedPod.of(target);
        String owner = toolbox.ownerMark(fault);
        Isolation isolation = Isolation.of(owner, pod);
        ClusterAccess access = ClusterAccess.of(toolbox.systems(), fault);
        ClusterCall.to(access, toolbox.redactor(), client -> require(pod, client));
        Map<String, String> data = new LinkedHashMap<>(access.facts());
        data.put("podNamespace", pod.namespace());
        data.put("pod", pod.name());
        data.put("uid", pod.uid());
        data.put("mark", isolation.mark());
        String inNamespace = "kubectl -n " + pod.namespace();
        return UndoRecord.of(
                fault,
                target,
                owner,
                UndoKind.AUTO,
                data,
                inNamespace + " label pod " + pod.name() + " " + Isolation.LABEL + "-; " + inNamespace
                        + " delete networkpolicy " + isolation.policyName());
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        PlannedPod pod = PlannedPod.of(target);
        Isolation isolation = Isolation.of(toolbox.ownerMark(fault), pod);
        ClusterCall.to(ClusterAccess.of(toolbox.systems(), fault), toolbox.redactor(), client -> {
            client.resource(isolation.policy(pod.namespace(), toolbox.runId(), directions(fault)))
                    .create();
            Pod now = require(pod, client);
            injection.cancellation().throwIfCancelled();
            injection.begins();
            label(now, isolation.mark(), client);
            return isolation;
        });
    }

    private static List<String> directions(PlannedFault fault) {
        return switch (fault.spec().params().text(DIRECTION, "both")) {
            case "ingress" -> List.of("Ingress");
            case "egress" -> List.of("Egress");
            default -> List.of("Ingress", "Egress");
        };
    }

    private static Pod require(PlannedPod planned, KubernetesClient client) throws InjectionException {
        Pod now = client.pods()
                .inNamespace(planned.namespace())
                .withName(planned.name())
                .get();
        if (now == null || !planned.uid().equals(now.getMetadata().getUid())) {
            throw new InjectionException("the pod " + planned + " is not there any more; plan the drill again");
        }
        return now;
    }

    /** Of that very pod, for the patch names its UID: the API server refuses another one of that name. */
    private static void label(Pod pod, String value, KubernetesClient client) {
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put(Isolation.LABEL, value);
        Map<String, Object> patch =
                Map.of("metadata", Map.of("uid", pod.getMetadata().getUid(), "labels", labels));
        client.resource(pod).patch(MERGE, client.getKubernetesSerialization().asJson(patch));
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        ClusterCall.to(ClusterAccess.of(undo.data()), toolbox.redactor(), client -> {
            Pod pod = pod(undo, client);
            if (isLabelled(pod, undo)) {
                label(pod, null, client);
            }
            return client.network()
                    .v1()
                    .networkPolicies()
                    .inNamespace(undo.data().get("podNamespace"))
                    .withName(isolation(undo).policyName())
                    .delete();
        });
    }

    @Override
    public Residue inspect(UndoRecord undo) throws InjectionException {
        return ClusterCall.to(ClusterAccess.of(undo.data()), toolbox.redactor(), client -> {
            List<String> left = new ArrayList<>();
            if (isLabelled(pod(undo, client), undo)) {
                left.add("our label on pod " + undo.data().get("pod"));
            }
            String policy = isolation(undo).policyName();
            if (client.network()
                            .v1()
                            .networkPolicies()
                            .inNamespace(undo.data().get("podNamespace"))
                            .withName(policy)
                            .get()
                    != null) {
                left.add("our NetworkPolicy " + policy);
            }
            return left.isEmpty()
                    ? Residue.none("no label and no NetworkPolicy of ours is there")
                    : Residue.left(String.join(" and ", left));
        });
    }

    private static Isolation isolation(UndoRecord undo) {
        return new Isolation(undo.data().get("mark"));
    }

    private static Pod pod(UndoRecord undo, KubernetesClient client) {
        return client.pods()
                .inNamespace(undo.data().get("podNamespace"))
                .withName(undo.data().get("pod"))
                .get();
    }

    private static boolean isLabelled(Pod pod, UndoRecord undo) {
        return pod != null
                && undo.data().get("uid").equals(pod.getMetadata().getUid())
                && undo.data()
                        .get("mark")
                        .equals(Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.<String, String>of())
                                .get(Isolation.LABEL));
    }

    @Override
    public Duration inFlight() {
        return IN_FLIGHT;
    }
}
