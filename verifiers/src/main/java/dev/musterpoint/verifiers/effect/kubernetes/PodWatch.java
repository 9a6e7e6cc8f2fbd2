package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.connections.kubernetes.Clusters;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** One pod under watch, through one client for all reads. */
final class PodWatch implements EffectWatch {
    private final KubernetesClient client;
    private final Redactor redactor;
    private final Sought sought;

    PodWatch(ClusterAccess access, Redactor redactor, Sought sought) {
        this.client = Clusters.open(access, redactor);
        this.redactor = redactor;
        this.sought = sought;
    }

    /** Which pod: the one of that UID, whatever bears its name. */
    record Sought(String namespace, String name, String uid) {}

    @Override
    public Reading read() throws InjectionException {
        try {
            Pod now = client.pods()
                    .inNamespace(sought.namespace())
                    .withName(sought.name())
                    .get();
            return PodState.of(now, sought);
        } catch (KubernetesClientException e) {
            throw new InjectionException(redactor.redact(ClusterErrors.say(e)), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
