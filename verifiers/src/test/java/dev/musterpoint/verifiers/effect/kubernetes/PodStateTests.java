package dev.musterpoint.verifiers.effect.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.verifiers.effect.kubernetes.PodWatch.Sought;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.Test;

class PodStateTests {
    private static final Sought SOUGHT = new Sought("shop", "web-1", "uid-1");
    private static final ContainerStatus RUNS = new ContainerStatusBuilder()
            .withNewState()
            .withNewRunning()
            .endRunning()
            .endState()
            .build();
    private static final ContainerStatus ENDED = new ContainerStatusBuilder()
            .withNewState()
            .withNewTerminated()
            .endTerminated()
            .endState()
            .build();

    private static Pod pod(String uid, String deletedAt, ContainerStatus... containers) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("web-1")
                .withUid(uid)
                .withDeletionTimestamp(deletedAt)
                .endMetadata()
                .withNewStatus()
                .withContainerStatuses(containers)
                .endStatus()
                .build();
    }

    private static boolean isGone(Pod now) {
        return PodState.of(now, SOUGHT).effect();
    }

    @Test
    void isGoneWhenNothingBearsItsName() {
        assertThat(isGone(null)).isTrue();
    }

    @Test
    void isGoneWhenAnotherBearsItsName() {
        assertThat(isGone(pod("uid-2", null, RUNS))).isTrue();
    }

    @Test
    void isThereWhileAContainerRuns() {
        assertThat(isGone(pod("uid-1", "2026-01-01T00:00:00Z", ENDED, RUNS))).isFalse();
    }

    @Test
    void isGoneWhenItWasToldToEndAndAllContainersHave() {
        assertThat(isGone(pod("uid-1", "2026-01-01T00:00:00Z", ENDED, ENDED))).isTrue();
    }

    @Test
    void isThereWhenItsContainersWillBeStartedAgain() {
        assertThat(isGone(pod("uid-1", null, ENDED))).isFalse();
    }

    @Test
    void isThereWhenNothingIsKnownOfItsContainers() {
        assertThat(isGone(pod("uid-1", "2026-01-01T00:00:00Z"))).isFalse();
    }
}
