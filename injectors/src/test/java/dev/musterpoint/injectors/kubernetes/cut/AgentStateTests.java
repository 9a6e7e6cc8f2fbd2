package dev.musterpoint.injectors.kubernetes.cut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.injectors.kubernetes.cut.AgentState.Kind;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentStateTests {
    private static Pod pod(boolean ready, ContainerState state) {
        return new PodBuilder()
                .withNewStatus()
                .addNewContainerStatus()
                .withReady(ready)
                .withState(state)
                .endContainerStatus()
                .endStatus()
                .build();
    }

    private static ContainerStateBuilder state() {
        return new ContainerStateBuilder();
    }

    @ParameterizedTest
    @CsvSource({"0, DONE", "3, DONE", "4, FAILED", "5, FAILED", "6, FAILED", "137, FAILED"})
    void believesAnAgentOnlyThatSaysNothingIsLeft(int status, Kind kind) {
        AgentState ended = AgentState.of(pod(
                false,
                state().withNewTerminated()
                        .withExitCode(status)
                        .withMessage("said\n")
                        .endTerminated()
                        .build()));

        assertThat(ended.kind()).isEqualTo(kind);
        assertThat(ended.detail()).isEqualTo("it ended with " + status + " (said)");
        assertThat(ended.isOver()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ContainerCreating, STARTING",
        "ErrImageNeverPull, FAILED",
        "ImagePullBackOff, FAILED",
        "CreateContainerError, FAILED"
    })
    void knowsWhatWillNotStart(String reason, Kind kind) {
        assertThat(AgentState.of(pod(
                                false,
                                state().withNewWaiting()
                                        .withReason(reason)
                                        .endWaiting()
                                        .build()))
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void isReadyOnlyOnceItSaysSo() {
        ContainerState running = state().withNewRunning().endRunning().build();

        assertThat(AgentState.of(pod(false, running)).kind()).isEqualTo(Kind.STARTING);
        assertThat(AgentState.of(pod(true, running)).kind()).isEqualTo(Kind.READY);
    }

    @Test
    void knowsThatThereIsNone() {
        assertThat(AgentState.of(null).kind()).isEqualTo(Kind.GONE);
    }

    @Test
    void failsWhereTheNodeDidNotTakeThePod() {
        Pod refused = new PodBuilder()
                .withNewStatus()
                .withPhase("Failed")
                .withReason("OutOfcpu")
                .withMessage("no room")
                .endStatus()
                .build();

        assertThat(AgentState.of(refused)).isEqualTo(new AgentState(Kind.FAILED, "OutOfcpu: no room"));
    }
}
