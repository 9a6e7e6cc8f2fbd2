package dev.musterpoint.connections.kubernetes;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a cluster's refusals mean, in words. */
public final class ClusterErrors {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private ClusterErrors() {}

    /** Whether what was asked for is not there. */
    public static boolean isMissing(KubernetesClientException error) {
        return error.getCode() == NOT_FOUND;
    }

    /** Whether it is not what it was thought to be: another version, or another object of that name. */
    public static boolean isConflict(KubernetesClientException error) {
        return error.getCode() == CONFLICT;
    }

    /** Whether what was asked for is being taken away with all of its namespace. */
    public static boolean isLeaving(KubernetesClientException error) {
        return Optional.ofNullable(error.getStatus()).map(Status::getDetails).stream()
                .flatMap(details -> Objects.requireNonNullElse(details.getCauses(), List.<StatusCause>of()).stream())
                .anyMatch(cause -> "NamespaceTerminating".equals(cause.getReason()));
    }

    public static boolean isForbidden(KubernetesClientException error) {
        return error.getCode() == FORBIDDEN;
    }

    /** What happened, and for refusals what to do. */
    public static String say(KubernetesClientException error) {
        String said =
                Optional.ofNullable(error.getStatus()).map(Status::getMessage).orElseGet(() -> deepest(error));
        return switch (error.getCode()) {
            case UNAUTHORIZED ->
                "the API server does not know us (401: " + said + "); renew the credentials of the kubeconfig";
            case FORBIDDEN ->
                "the API server does not allow it (403: " + said
                        + "); 'muster doctor --rbac' prints the role that does";
            default ->
                error.getCode() > 0
                        ? "the API server answered " + error.getCode() + ": " + said
                        : "the API server cannot be reached: " + said;
        };
    }

    /** The client wraps what went wrong in sentences that say only that something did. */
    private static String deepest(Throwable error) {
        Throwable deepest = error;
        while (deepest.getCause() != null && !(deepest instanceof ConnectException)) {
            deepest = deepest.getCause();
        }
        return Objects.requireNonNullElse(
                deepest.getMessage(), deepest.getClass().getSimpleName());
    }
}
