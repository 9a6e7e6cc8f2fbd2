package dev.musterpoint.injectors.kubernetes.pod;

import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the API server to evict one pod, by its UID. Disruption budgets may hold it. */
public final class Eviction {
    private static final int TOO_MANY_REQUESTS = 429;

    private final KubernetesClient client;
    private final PlannedPod pod;
    private final Optional<Long> grace;

    /** @param grace seconds that its containers may take to end; empty for the pod's own */
    public Eviction(KubernetesClient client, PlannedPod pod, Optional<Long> grace) {
        this.client = client;
        this.pod = pod;
        this.grace = grace;
    }

    /** Asks what would hold it, and evicts nothing. @return empty when nothing would */
    String wouldBeHeldBy() {
        return ask(List.of("All"));
    }

    /** Evicts it. @return what holds it; empty when it is evicted */
    public String heldBy() {
        return ask(List.of());
    }

    private String ask(List<String> dryRun) {
        try {
            client.raw(
                    pod.path() + "/eviction",
                    "POST",
                    new EvictionBuilder()
                            .withNewMetadata()
                            .withName(pod.name())
                            .withNamespace(pod.namespace())
                            .endMetadata()
                            .withDeleteOptions(new DeleteOptionsBuilder()
                                    .withGracePeriodSeconds(grace.orElse(null))
                                    .withDryRun(dryRun)
                                    .withNewPreconditions()
                                    .withUid(pod.uid())
                                    .endPreconditions()
                                    .build())
                            .build());
            return "";
        } catch (KubernetesClientException e) {
            if (e.getCode() != TOO_MANY_REQUESTS) {
                throw e;
            }
            return reason(e.getStatus());
        }
    }

    /** Of a budget it is in the causes, by the budget's name; without any the API server has too much to do. */
    static String reason(Status status) {
        String causes = Optional.ofNullable(status).map(Status::getDetails).stream()
                .flatMap(details -> Objects.requireNonNullElse(details.getCauses(), List.<StatusCause>of()).stream())
                .map(StatusCause::getMessage)
                .collect(Collectors.joining("; "));
        if (!causes.isEmpty()) {
            return causes;
        }
        return Optional.ofNullable(status)
                .map(Status::getMessage)
                .filter(message -> !message.isBlank())
                .orElse("the API server has too many requests");
    }
}
