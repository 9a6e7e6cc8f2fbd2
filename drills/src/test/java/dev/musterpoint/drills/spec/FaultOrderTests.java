package dev.musterpoint.drills.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultOrderTests {
    private static FaultSpec fault(String name, FaultOrder order) {
        return new FaultSpec(
                name,
                "noop",
                Optional.empty(),
                Params.NONE,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                BlastRadius.UNSTATED,
                Params.NONE,
                order);
    }

    private static FaultOrder after(String... names) {
        return new FaultOrder(List.of(names), Optional.empty());
    }

    private static FaultOrder with(String name) {
        return new FaultOrder(List.of(), Optional.of(name));
    }

    @Test
    void comesInSequenceUnlessToldOtherwise() {
        assertThat(FaultOrder.predecessors(List.of(
                        fault("a", FaultOrder.IN_SEQUENCE),
                        fault("b", FaultOrder.IN_SEQUENCE),
                        fault("c", FaultOrder.IN_SEQUENCE))))
                .containsEntry("a", Set.of())
                .containsEntry("b", Set.of("a"))
                .containsEntry("c", Set.of("a", "b"));
    }

    @Test
    void waitsOnlyForWhatItNames() {
        assertThat(FaultOrder.predecessors(
                        List.of(fault("a", FaultOrder.IN_SEQUENCE), fault("b", after("a")), fault("c", after("a")))))
                .containsEntry("c", Set.of("a"));
    }

    @Test
    void waitsForWhatTheOneBesideItWaitsFor() {
        assertThat(FaultOrder.predecessors(List.of(
                        fault("a", FaultOrder.IN_SEQUENCE),
                        fault("b", after("a")),
                        fault("c", with("b")),
                        fault("d", with("c")),
                        fault("e", FaultOrder.IN_SEQUENCE))))
                .containsEntry("c", Set.of("a"))
                .containsEntry("d", Set.of("a"))
                .containsEntry("e", Set.of("a", "b", "c", "d"));
    }

    @Test
    void refusesWhatWaitsForItself() {
        assertThatThrownBy(() -> FaultOrder.predecessors(List.of(
                        fault("x", FaultOrder.IN_SEQUENCE),
                        fault("a", after("c")),
                        fault("b", with("a")),
                        fault("c", after("b")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("faults wait for each other: a waits for c waits for b waits for a");
    }
}
