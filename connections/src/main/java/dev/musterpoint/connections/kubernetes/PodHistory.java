package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.evidence.SystemEvent;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What came over a pod that is there, as its state tells: made, given a node, ready, ended. */
final class PodHistory {
    private final Pod pod;
    private final String subject;

    private PodHistory(Pod pod) {
        this.pod = pod;
        this.subject = "pod " + pod.getMetadata().getNamespace() + "/"
                + pod.getMetadata().getName();
    }

    static Stream<SystemEvent> of(Pod pod) {
        PodHistory history = new PodHistory(pod);
        return Stream.of(
                        history.event(pod.getMetadata().getCreationTimestamp(), "created", ""),
                        history.event(pod.getMetadata().getDeletionTimestamp(), "has to be gone", ""),
                        history.conditions(),
                        history.containers())
                .flatMap(each -> each);
    }

    private Stream<SystemEvent> event(String at, String what, String detail) {
        return ClusterEvents.time(at).map(time -> new SystemEvent(time, subject, what, detail)).stream();
    }

    private Stream<SystemEvent> conditions() {
        return all(pod.getStatus() == null ? null : pod.getStatus().getConditions())
                .flatMap(condition -> what(condition).stream()
                        .flatMap(what -> event(condition.getLastTransitionTime(), what, detail(condition))));
    }

    private static Optional<String> what(PodCondition condition) {
        boolean so = "True".equals(condition.getStatus());
        return switch (condition.getType()) {
            case "PodScheduled" -> Optional.of(so ? "scheduled" : "not scheduled");
            case "Ready" -> Optional.of(so ? "ready" : "not ready");
            default -> Optional.empty();
        };
    }

    private String detail(PodCondition condition) {
        boolean placed = condition.getType().equals("PodScheduled") && "True".equals(condition.getStatus());
        return placed ? "on " + pod.getSpec().getNodeName() : Objects.requireNonNullElse(condition.getMessage(), "");
    }

    private Stream<SystemEvent> containers() {
        return all(pod.getStatus() == null ? null : pod.getStatus().getContainerStatuses())
                .flatMap(status -> Stream.of(
                                Optional.ofNullable(status.getState()), Optional.ofNullable(status.getLastState()))
                        .flatMap(Optional::stream)
                        .map(ContainerState::getTerminated)
                        .filter(Objects::nonNull)
                        .flatMap(ended -> ended(status, ended)));
    }

    private Stream<SystemEvent> ended(ContainerStatus status, ContainerStateTerminated ended) {
        return event(
                ended.getFinishedAt(),
                "container " + status.getName() + " ended",
                "exit code " + ended.getExitCode()
                        + Optional.ofNullable(ended.getReason())
                                .map(reason -> ", " + reason)
                                .orElse(""));
    }

    private static <T> Stream<T> all(List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
