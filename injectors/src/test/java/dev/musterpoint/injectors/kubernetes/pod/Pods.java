package dev.musterpoint.injectors.kubernetes.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;

/** Pods made in memory. */
final class Pods {
    private Pods() {}

    /** A running pod of a ReplicaSet, made so many minutes into the day. */
    static Pod running(String name, int minute) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withUid("uid-" + name)
                .withCreationTimestamp(String.format("2026-01-01T00:%02d:00Z", minute))
                .withLabels(Map.of("app", "web"))
                .addNewOwnerReference()
                .withKind("ReplicaSet")
                .withName("web-1")
                .withUid("uid-web-1")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-a1")
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .endStatus()
                .build();
    }

    static PodView view(String name, int minute) {
        return PodView.of(running(name, minute));
    }
}
