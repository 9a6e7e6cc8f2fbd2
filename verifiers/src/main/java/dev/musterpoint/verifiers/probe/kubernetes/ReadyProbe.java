package dev.musterpoint.verifiers.probe.kubernetes;

import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Duration;

/** Counts what is ready and its zones, by a read that the API server answers from its store and not from a cache. */
final class ReadyProbe implements Probe {
    private final KubernetesClient client;
    private final ReadyCount count;
    private final int atLeast;
    private final int zones;

    ReadyProbe(KubernetesClient client, ReadyCount count, int atLeast, int zones) {
        this.client = client;
        this.count = count;
        this.atLeast = atLeast;
        this.zones = zones;
    }

    @Override
    public Answer attempt(long tick, int slot, Duration timeout, Cancellation cancellation) throws IOException {
        try {
            return judge(count.read(client));
        } catch (KubernetesClientException e) {
            throw new IOException(ClusterErrors.say(e), e);
        }
    }

    private Answer judge(ReadyCount.Ready ready) {
        if (ready.number() < atLeast) {
            return Answer.wrong(ready.number() + " of at least " + atLeast + " " + count.what() + " are ready", "");
        }
        if (ready.zones().size() < zones) {
            return Answer.wrong(
                    "the ready " + count.what() + " are in " + ready.zones().size() + " of at least " + zones
                            + " zones",
                    "");
        }
        return Answer.correct("");
    }

    @Override
    public void close() {
        client.close();
    }
}
