package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.connections.kubernetes.Clusters;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Something in a cluster under watch, through one client for all reads. */
abstract class ClusterWatch implements EffectWatch {
    private final KubernetesClient client;
    private final Redactor redactor;

    ClusterWatch(ClusterAccess access, Redactor redactor) {
        this(Clusters.open(access, redactor), redactor);
    }

    /** @param client is closed with the watch */
    ClusterWatch(KubernetesClient client, Redactor redactor) {
        this.client = client;
        this.redactor = redactor;
    }

    abstract Reading read(KubernetesClient from) throws InjectionException;

    /** What a target has to say of itself. @throws InjectionException when it does not */
    static String attribute(Target target, String name) throws InjectionException {
        String value = target.attributes().get(name);
        if (value == null) {
            throw new InjectionException("target " + target.id() + " does not say its '" + name + "'; plan it again");
        }
        return value;
    }

    @Override
    public final Reading read() throws InjectionException {
        try {
            return read(client);
        } catch (KubernetesClientException e) {
            throw new InjectionException(redactor.redact(ClusterErrors.say(e)), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
