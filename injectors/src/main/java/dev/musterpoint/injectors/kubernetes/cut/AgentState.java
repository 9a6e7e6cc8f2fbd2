package dev.musterpoint.injectors.kubernetes.cut;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a pod of ours has come to.
 *
 * @param detail what it said, or what keeps it from starting
 */
record AgentState(Kind kind, String detail) {
    /** Reasons for which a container does not start and will not by itself. */
    private static final Set<String> HOPELESS = Set.of(
            "ErrImagePull",
            "ImagePullBackOff",
            "ErrImageNeverPull",
            "InvalidImageName",
            "CreateContainerError",
            "CreateContainerConfigError",
            "RunContainerError");

    private static final int NOBODY_CAME = 3;

    /** What a pod may have come to. */
    enum Kind {
        STARTING,
        READY,
        /** It ended and says that nothing of it is left. */
        DONE,
        /** It ended without saying so, or cannot start. */
        FAILED,
        /** There is none. */
        GONE
    }

    /** @param pod null when there is none */
    static AgentState of(Pod pod) {
        if (pod == null) {
            return new AgentState(Kind.GONE, "it is gone");
        }
        PodStatus status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        Optional<ContainerStatus> container =
                Objects.requireNonNullElse(status.getContainerStatuses(), List.<ContainerStatus>of()).stream()
                        .findFirst();
        if (container.isEmpty()) {
            return "Failed".equals(status.getPhase())
                    ? new AgentState(Kind.FAILED, status.getReason() + ": " + status.getMessage())
                    : new AgentState(Kind.STARTING, "it has not started yet");
        }
        return of(container.get());
    }

    private static AgentState of(ContainerStatus container) {
        ContainerStateTerminated ended = container.getState().getTerminated();
        if (ended != null) {
            return ended(ended);
        }
        ContainerStateWaiting waiting = container.getState().getWaiting();
        if (waiting != null) {
            return new AgentState(
                    HOPELESS.contains(waiting.getReason()) ? Kind.FAILED : Kind.STARTING,
                    waiting.getReason() + ": " + Objects.requireNonNullElse(waiting.getMessage(), "no more is known"));
        }
        return Boolean.TRUE.equals(container.getReady())
                ? new AgentState(Kind.READY, "it runs")
                : new AgentState(Kind.STARTING, "it runs, and is not ready");
    }

    private static AgentState ended(ContainerStateTerminated ended) {
        int status = ended.getExitCode();
        String said = "it ended with " + status + " ("
                + Objects.requireNonNullElse(ended.getMessage(), Objects.requireNonNullElse(ended.getReason(), ""))
                        .strip()
                + ")";
        return new AgentState(status == 0 || status == NOBODY_CAME ? Kind.DONE : Kind.FAILED, said);
    }

    boolean isOver() {
        return kind != Kind.STARTING && kind != Kind.READY;
    }
}
