package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Does something with a client of a cluster, closes it, and says in words what went wrong. */
public final class ClusterCall {
    private ClusterCall() {}

    /** What is done with a client. */
    public interface Work<T> {
        T with(KubernetesClient client) throws InjectionException;
    }

    /** @throws InjectionException what {@code work} throws, and what the cluster refuses */
    public static <T> T to(ClusterAccess access, Redactor redactor, Work<T> work) throws InjectionException {
        try (KubernetesClient client = Clusters.open(access, redactor)) {
            return work.with(client);
        } catch (KubernetesClientException e) {
            throw new InjectionException(redactor.redact(ClusterErrors.say(e)), e);
        }
    }
}
