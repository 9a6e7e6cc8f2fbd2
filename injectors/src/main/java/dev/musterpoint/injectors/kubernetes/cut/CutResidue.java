package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.connections.kubernetes.NodeFacts;
import dev.musterpoint.drills.evidence.Residue;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;

/** Reads what is left of a cut: pods of ours, and nodes that are not back. That tables are gone the pods have proven. */
final class CutResidue {
    private final KubernetesClient client;
    private final Cut cut;

    CutResidue(KubernetesClient client, Cut cut) {
        this.client = client;
        this.cut = cut;
    }

    Residue read() {
        List<String> left = new ArrayList<>();
        new CutPods(client, cut)
                .present()
                .forEach((name, pod) ->
                        left.add("the pod " + name + " on " + pod.getSpec().getNodeName() + " is there"));
        cut.zone().present(client).forEach((name, node) -> {
            if (!NodeFacts.isReady(node)) {
                left.add("the node " + name + " is not ready, and was before");
            }
        });
        return left.isEmpty()
                ? Residue.none("no pod of ours is there, and every node of zone '"
                        + cut.zone().name() + "' is ready")
                : Residue.left(String.join("; ", left));
    }
}
