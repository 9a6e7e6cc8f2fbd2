package dev.musterpoint.injectors.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.InjectionException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "process faults read /proc")
class ProcessFaultsIT {
    private static final String FAMILY = "sh -c 'sleep 600 & sleep 600' & sleep 600 & echo ready; wait";

    private final ProcessTable table = new ProcessTable();
    private final List<ProcessHandle> family = new ArrayList<>();
    private Process root;

    /** A shell with two children, one of which has two of its own. */
    @BeforeEach
    void startFamily() throws Exception {
        root = new ProcessBuilder("sh", "-c", FAMILY).start();
        BufferedReader output = root.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).isEqualTo("ready");
        await().atMost(ONE_MINUTE).until(() -> root.descendants().count() >= 4);
        root.descendants().forEach(family::add);
        family.add(root.toHandle());
    }

    @AfterEach
    void endFamily() {
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private char state(ProcessHandle process) {
        return table.find(process.pid()).map(ProcessEntry::state).orElse('-');
    }

    private boolean isGone(ProcessHandle process) {
        return table.find(process.pid()).map(ProcessEntry::isGone).orElse(true);
    }

    private void awaitGone(List<ProcessHandle> processes) {
        await().atMost(ONE_MINUTE).until(() -> processes.stream().allMatch(this::isGone));
    }

    @Test
    void killsAWholeTree() throws Exception {
        Faults.onPid("process/kill", "tree", root.pid()).inject();

        awaitGone(family);
        assertThat(family).allMatch(this::isGone);
    }

    @Test
    void killsATreeThatKeepsForking() throws Exception {
        String mark = "forker-" + root.pid();
        ProcessBuilder forking =
                new ProcessBuilder("sh", "-c", "while :; do (sleep 60 & sleep 60) & sleep 0.002; done");
        forking.environment().put("MUSTER_TEST", mark);
        Process forker = forking.start();
        await().atMost(ONE_MINUTE).until(() -> forker.descendants().count() >= 30);

        Faults.onPid("process/kill", "tree", forker.pid()).inject();

        assertThat(forker.waitFor()).isNotZero();
        await().atMost(Duration.ofSeconds(20)).until(() -> carrying(mark).isEmpty());
    }

    private List<ProcessEntry> carrying(String mark) throws Exception {
        return table.all().stream()
                .filter(entry -> !entry.isGone() && environment(entry).contains(mark))
                .toList();
    }

    private static String environment(ProcessEntry entry) {
        try {
            return Files.readString(Path.of("/proc/" + entry.pid() + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void killsOneProcessAlone() throws Exception {
        Faults.onPid("process/kill", "process", root.pid()).inject();

        awaitGone(List.of(root.toHandle()));
        assertThat(family.subList(0, 4)).noneMatch(this::isGone);
    }

    @Test
    void pausesAWholeTreeAndUndoesIt() throws Exception {
        Faults fault = Faults.onPid("process/pause", "tree", root.pid()).inject();
        FaultInjector elsewhere = new ProcessInjectorProvider().injector("process/pause", Faults.toolbox());

        assertThat(family).allMatch(process -> state(process) == 'T');
        assertThat(elsewhere.inspect(fault.undo()).state()).isEqualTo(CleanUp.DIRTY);
        elsewhere.recover(fault.undo());
        elsewhere.recover(fault.undo());

        assertThat(family).noneMatch(process -> state(process) == 'T');
        assertThat(elsewhere.inspect(fault.undo()).state()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void leavesStoppedWhatSomebodyElseHadStopped() throws Exception {
        ProcessHandle sleeping = family.get(0);
        ProcessEntry entry = table.find(sleeping.pid()).orElseThrow();
        new ProcessTree(table, new Signals(table), Faults.toolbox().clock()).stop(List.of(entry), before -> {});

        Faults fault = Faults.onPid("process/pause", "tree", root.pid()).inject();
        new PauseInjector(Faults.toolbox()).recover(fault.undo());

        assertThat(state(sleeping)).isEqualTo('T');
        assertThat(state(root.toHandle())).isNotEqualTo('T');
    }

    @Test
    void writesDownWhatItStopsBeforeItDoes() throws Exception {
        ProcessEntry entry = table.find(root.pid()).orElseThrow();
        PauseInjector injector = new PauseInjector(Faults.toolbox());

        assertThatThrownBy(() -> injector.inject(entry, Scope.TREE, Faults.injection(data -> {
                    throw new IllegalStateException("the disk is full");
                })))
                .hasMessage("the disk is full");

        assertThat(family).noneMatch(process -> state(process) == 'T');
    }

    @Test
    void setsGoingWhatACancelledKillHadStopped() throws Exception {
        Cancellation cancellation = new Cancellation();
        ProcessEntry entry = table.find(root.pid()).orElseThrow();
        cancellation.cancel();

        assertThatThrownBy(() -> new KillInjector(Faults.toolbox())
                        .inject(entry, Scope.TREE, Faults.injection(data -> {}, cancellation)))
                .isInstanceOf(CancellationException.class);

        assertThat(family).noneMatch(process -> state(process) == 'T').noneMatch(this::isGone);
    }

    @Test
    void neverSignalsALaterProcessWithTheSameId() throws Exception {
        ProcessEntry before = table.find(root.pid()).orElseThrow();
        ProcessEntry earlier = new ProcessEntry(before.pid(), before.parent(), 'S', before.startTicks() - 1);

        new Signals(table).send("KILL", List.of(earlier));

        assertThat(isGone(root.toHandle())).isFalse();
    }

    @Test
    void refusesAPlannedProcessThatIsAnotherByNow() {
        Target target = new Target(
                "pid " + root.pid(),
                "processes",
                "pid",
                1,
                false,
                Map.of("pid", Long.toString(root.pid()), "startedAt", "2001-01-01T00:00:00Z"));

        assertThatThrownBy(() -> Faults.on("process/kill", "tree", target, Faults.toolbox())
                        .inject())
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("another process by now");
    }

    @Test
    void leavesProcessesOfAnEarlierBootAlone() throws Exception {
        Faults fault = Faults.onPid("process/pause", "tree", root.pid()).inject();
        UndoRecord old = fault.undo().amended(Map.of(Resuming.BOOT, "another boot"));
        PauseInjector injector = new PauseInjector(Faults.toolbox());

        injector.recover(old);

        assertThat(injector.inspect(old).state()).isEqualTo(CleanUp.CLEAN);
        assertThat(state(root.toHandle())).isEqualTo('T');
    }

    @Test
    void findsAProcessByItsPidFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("server.pid"), root.pid() + "\nmore\n");

        Target target = new ProcessTargets()
                .resolve(Faults.spec("process/kill", Map.of("pidFile", file.toString()), "tree"), Optional.empty())
                .get(0);

        assertThat(target.attributes()).containsEntry("pid", Long.toString(root.pid()));
        assertThat(target.inSandbox()).isFalse();
    }

    @Test
    void showsNothingOfAFileThatIsNoPidFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("secret"), "hunter2\n");

        assertThatThrownBy(() -> new ProcessTargets()
                        .resolve(
                                Faults.spec("process/kill", Map.of("pidFile", file.toString()), "tree"),
                                Optional.empty()))
                .isInstanceOf(InjectionException.class)
                .hasMessage("the first line of the pid file is no process id");
    }

    @Test
    void isUndoneByTheCommandForPeople() throws Exception {
        Faults fault = Faults.onPid("process/pause", "tree", root.pid()).inject();

        new ProcessBuilder("sh", "-c", fault.undo().byHand()).start().waitFor();

        assertThat(family).noneMatch(process -> state(process) == 'T').noneMatch(this::isGone);
    }

    @Test
    void refusesItselfAndWhatItRunsUnder() {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();

        for (long pid : new long[] {ProcessHandle.current().pid(), parent, 1, 0, -1}) {
            assertThatThrownBy(() -> Faults.onPid("process/kill", "tree", pid))
                    .isInstanceOf(InjectionException.class)
                    .hasMessageMatching(".*(never a target|is no process id).*");
        }
    }

    @Test
    void refusesWhatHasEnded() throws Exception {
        root.destroyForcibly().waitFor();

        assertThatThrownBy(() -> Faults.onPid("process/kill", "tree", root.pid()))
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("there is no process");
    }

    @Test
    void isUndoneAfterHalfAnInjection() throws Exception {
        ProcessTable late = new ProcessTable() {
            @Override
            List<ProcessEntry> all() {
                return List.of();
            }
        };
        PauseInjector injector = new PauseInjector(Faults.toolbox(), late);
        UndoRecord[] undo = {Faults.onPid("process/pause", "tree", root.pid()).prepare()};
        int[] amendments = {0};

        assertThatThrownBy(() ->
                        injector.inject(table.find(root.pid()).orElseThrow(), Scope.TREE, Faults.injection(data -> {
                            if (amendments[0]++ > 0) {
                                throw new IllegalStateException("the disk is full");
                            }
                            undo[0] = undo[0].amended(data);
                        })))
                .hasMessage("the disk is full");
        assertThat(family).filteredOn(process -> state(process) == 'T').hasSize(1);
        injector.recover(undo[0]);

        assertThat(injector.inspect(undo[0]).state()).isEqualTo(CleanUp.CLEAN);
        assertThat(family).noneMatch(process -> state(process) == 'T');
    }
}
