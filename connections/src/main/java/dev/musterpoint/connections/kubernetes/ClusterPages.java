package dev.musterpoint.connections.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.dsl.Listable;
import java.util.function.Consumer;

/**
 * Reads lists page by page, so that memory holds one page and what is kept of the others. Not with {@code resourceVersion=0}:
 * an API server that is asked for that answers from its cache, but heeds no limit, and all comes at once.
 */
public final class ClusterPages {
    private static final long SIZE = 500;

    private ClusterPages() {}

    /** Gives each object of the list to {@code taker}, which keeps of it what it needs. */
    public static <T extends HasMetadata> void read(
            Listable<? extends KubernetesResourceList<T>> list, Consumer<T> taker) {
        read(list, new ListOptions(), taker);
    }

    /** As above. @param options labels and fields that the objects have */
    public static <T extends HasMetadata> void read(
            Listable<? extends KubernetesResourceList<T>> list, ListOptions options, Consumer<T> taker) {
        String next = null;
        do {
            KubernetesResourceList<T> page = list.list(new ListOptionsBuilder(options)
                    .withLimit(SIZE)
                    .withContinue(next)
                    .build());
            page.getItems().forEach(taker);
            next = page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
    }
}
