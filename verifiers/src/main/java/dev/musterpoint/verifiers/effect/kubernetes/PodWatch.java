package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;

/** One pod under watch. */
final class PodWatch extends ClusterWatch {
    private final Sought sought;

    PodWatch(ClusterAccess access, Redactor redactor, Sought sought) {
        super(access, redactor);
        this.sought = sought;
    }

    /** Which pod: the one of that UID, whatever bears its name. */
    record Sought(String namespace, String name, String uid) {}

    @Override
    Reading read(KubernetesClient from) {
        Pod now = from.pods()
                .inNamespace(sought.namespace())
                .withName(sought.name())
                .get();
        return PodState.of(now, sought);
    }
}
