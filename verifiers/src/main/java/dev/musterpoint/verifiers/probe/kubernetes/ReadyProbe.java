package dev.musterpoint.verifiers.probe.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Duration;

/** Counts what is ready, by a read that the API server answers from its store and not from a cache. */
final class ReadyProbe implements Probe {
    private final KubernetesClient client;
    private final ReadyCount count;
    private final int atLeast;

    ReadyProbe(KubernetesClient client, ReadyCount count, int atLeast) {
        this.client = client;
        this.count = count;
        this.atLeast = atLeast;
    }

    @Override
    public Answer attempt(long tick, int slot, Duration timeout, Cancellation cancellation) throws IOException {
        try {
            int ready = count.read(client);
            return ready >= atLeast
                    ? Answer.correct("")
                    : Answer.wrong(ready + " of at least " + atLeast + " " + count.what() + " are ready", "");
        } catch (KubernetesClientException e) {
            throw new IOException(ClusterErrors.say(e), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
