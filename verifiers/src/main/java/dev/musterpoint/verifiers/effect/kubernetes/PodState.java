package dev.musterpoint.verifiers.effect.kubernetes;

import dev.musterpoint.drills.spi.EffectInspector.Reading;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;

/** Whether a pod is gone: nothing of that UID is there, or none of its containers runs and none will again. */
final class PodState {
    private PodState() {}

    /** @param now what bears the pod's name now; null when nothing does */
    static Reading of(Pod now, PodWatch.Sought sought) {
        String pod = sought.name() + " (UID " + sought.uid() + ")";
        if (now == null) {
            return new Reading(true, "the pod " + pod + " is gone");
        }
        String uid = now.getMetadata().getUid();
        if (!sought.uid().equals(uid)) {
            return new Reading(true, "the pod " + pod + " is gone; another one, of UID " + uid + ", bears its name");
        }
        List<ContainerStatus> containers =
                Objects.requireNonNullElse(now.getStatus().getContainerStatuses(), List.of());
        long ended = containers.stream()
                .filter(each -> each.getState() != null && each.getState().getTerminated() != null)
                .count();
        boolean told = now.getMetadata().getDeletionTimestamp() != null;
        boolean over = told && !containers.isEmpty() && ended == containers.size();
        return new Reading(
                over,
                "the pod " + pod + (told ? " was told to end; " : " is there; ") + ended + " of " + containers.size()
                        + " containers have ended");
    }
}
