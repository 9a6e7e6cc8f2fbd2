package dev.musterpoint.verifiers.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.verifiers.effect.WatchedProcesses.Sight;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The watch on a made-up machine: process 10 has the children 11 and 12, and 90 is a stranger. */
class WatchedProcessesTests {
    private final Map<Long, SeenProcess> machine = new HashMap<>();

    WatchedProcessesTests() {
        runs(10, 1);
        runs(11, 10);
        runs(12, 10);
        runs(90, 1);
    }

    private void runs(long pid, long parent) {
        is(pid, parent, "then", 'S');
    }

    private void is(long pid, long parent, String started, char state) {
        machine.put(pid, new SeenProcess(pid, parent, started, state, false));
    }

    private WatchedProcesses watch(boolean tree) throws InjectionException {
        return WatchedProcesses.begin("db/primary", 10, tree, () -> Map.copyOf(machine));
    }

    @Test
    void watchesTheTree() throws Exception {
        assertThat(watch(true).look()).isEqualTo(new Sight(3, 3, 0, 0));
    }

    @Test
    void watchesTheProcessAlone() throws Exception {
        WatchedProcesses watched = watch(false);
        machine.remove(10L);

        assertThat(watched.look()).isEqualTo(new Sight(1, 0, 0, 0));
    }

    @Test
    void goesOnWatchingOrphans() throws Exception {
        WatchedProcesses watched = watch(true);
        machine.remove(10L);
        runs(11, 1);
        runs(12, 1);

        assertThat(watched.look()).isEqualTo(new Sight(3, 2, 0, 0));
    }

    @Test
    void addsChildrenThatWereForkedLater() throws Exception {
        WatchedProcesses watched = watch(true);
        runs(13, 12);
        assertThat(watched.look().alive()).isEqualTo(4);
        machine.remove(10L);
        machine.remove(11L);
        machine.remove(12L);
        runs(13, 1);

        assertThat(watched.look()).isEqualTo(new Sight(4, 1, 0, 0));
    }

    @Test
    void takesAZombieForGone() throws Exception {
        WatchedProcesses watched = watch(false);
        is(10, 1, "then", 'Z');

        assertThat(watched.look().alive()).isZero();
    }

    @Test
    void takesNoStrangerUnderAnOldIdForTheProcess() throws Exception {
        WatchedProcesses watched = watch(true);
        machine.remove(11L);
        machine.remove(12L);
        is(10, 1, "later", 'S');
        runs(91, 10);

        assertThat(watched.look()).isEqualTo(new Sight(3, 0, 0, 0));
    }

    @Test
    void countsWhatStandsStill() throws Exception {
        WatchedProcesses watched = watch(true);
        is(10, 1, "then", 'T');
        is(11, 10, "then", 'T');

        assertThat(watched.look()).isEqualTo(new Sight(3, 3, 2, 0));
    }

    @Test
    void countsWhatIsAsGoodAsGone() throws Exception {
        WatchedProcesses watched = watch(true);
        machine.remove(12L);
        machine.computeIfPresent(10L, (pid, process) -> process.asDoomed());
        assertThat(watched.look()).isEqualTo(new Sight(3, 2, 0, 1));
        machine.computeIfPresent(11L, (pid, process) -> process.asDoomed());

        assertThat(watched.look()).isEqualTo(new Sight(3, 2, 0, 2));
    }

    @Test
    void refusesToWatchWhatIsNotThere() {
        is(10, 1, "then", 'Z');

        assertThatThrownBy(() -> watch(true))
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("db/primary: process 10 is gone before the fault");
    }

    @Test
    void neverTakesAnUnreadableMachineForAnEffect() throws Exception {
        boolean[] readable = {true};
        WatchedProcesses watched = WatchedProcesses.begin("db/primary", 10, true, () -> {
            if (!readable[0]) {
                throw new IOException("planted");
            }
            return Map.copyOf(machine);
        });
        readable[0] = false;

        assertThatThrownBy(watched::look).isInstanceOf(InjectionException.class).hasMessageContaining("planted");
    }
}
