package dev.musterpoint.injectors.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spi.InjectionException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "process faults read /proc")
class SignalShellIT {
    private final ProcessTable table = new ProcessTable();
    private final Signals signals = new Signals(table);
    private Process victim;

    @BeforeEach
    void startVictim() throws Exception {
        victim = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endVictim() {
        victim.destroyForcibly();
    }

    private ProcessEntry entry() {
        return table.find(victim.pid()).orElseThrow();
    }

    @Test
    void finishesTheKillOfARunnerThatDied() throws Exception {
        signals.send("STOP", List.of(entry()));
        Process runner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingRunner.class.getName(),
                        Long.toString(victim.pid()))
                .redirectErrorStream(true)
                .start();
        assertThat(runner.getInputStream().read()).isEqualTo('.');
        assertThat(victim.isAlive()).isTrue();

        runner.destroyForcibly();

        assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void killsNothingOnceItIsClosed() throws Exception {
        SignalShell shell = SignalShell.start();
        shell.doom(List.of(entry()));

        shell.close();

        assertThat(shell.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(victim.isAlive()).isTrue();
    }

    @Test
    void sendsSignalsAndTellsWhetherItCould() throws Exception {
        try (SignalShell shell = SignalShell.start()) {
            ProcessEntry gone = entry();
            assertThat(shell.send("KILL", List.of(gone))).isTrue();
            victim.waitFor();

            assertThat(shell.send("KILL", List.of(gone))).isFalse();
        }
    }

    @Test
    void setsGoingAgainWhatAKillStoppedThatFailedHalfWay() throws Exception {
        ProcessTable failing = new ProcessTable() {
            @Override
            List<ProcessEntry> allBut(List<ProcessEntry> before) throws InjectionException {
                if (before.isEmpty()) {
                    return super.allBut(before);
                }
                assertThat(entry().isStopped()).isTrue();
                throw new InjectionException("planted");
            }
        };
        KillInjector injector = new KillInjector(Faults.toolbox(), failing);

        assertThatThrownBy(() -> injector.inject(entry(), Scope.TREE, Faults.injection(data -> {})))
                .hasMessage("planted");

        assertThat(victim.isAlive()).isTrue();
        assertThat(entry().isStopped()).isFalse();
    }
}
