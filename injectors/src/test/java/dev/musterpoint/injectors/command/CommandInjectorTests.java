package dev.musterpoint.injectors.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.command.StartedProcess;
import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.engine.OpenSystems;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The fault is a file named {@code broken} in the drill's folder. */
@Timeout(60)
class CommandInjectorTests {
    @TempDir
    Path folder;

    private Map<String, Object> params;
    private UndoRecord undo;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void describe() {
        params = new HashMap<>(Map.of(
                "apply", run("/usr/bin/touch", "broken"),
                "undo", run("/bin/rm", "-f", "broken"),
                "effect", run("/usr/bin/test", "-e", "broken"),
                "residue", run("/usr/bin/test", "!", "-e", "broken")));
    }

    private static Map<String, Object> run(String... words) {
        return Map.of("run", List.of(words));
    }

    private FaultInjector injector(Path drillFolder) {
        Toolbox toolbox = new Toolbox(
                "run-1", Path.of("unused"), drillFolder, new OpenSystems(), new SystemRunClock(), new Redactor());
        return new CommandInjectorProvider().injector("command/run", toolbox);
    }

    private PlannedFault fault() throws InjectionException {
        FaultSpec spec = new FaultSpec(
                "it breaks",
                "command/run",
                Optional.empty(),
                Params.NONE,
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                BlastRadius.UNSTATED,
                new Params(params));
        List<Target> targets =
                new CommandInjectorProvider().resolver("command/run").resolve(spec, Optional.empty());
        return new PlannedFault(1, spec, targets);
    }

    private void inject(Cancellation cancellation) throws InjectionException {
        PlannedFault fault = fault();
        Target target = fault.targets().get(0);
        FaultInjector injector = injector(folder);
        undo = injector.prepare(fault, target);
        injector.inject(fault, target, new Injection() {
            @Override
            public void begins() {
                told.add("begins");
            }

            @Override
            public Cancellation cancellation() {
                return cancellation;
            }

            @Override
            public void amend(Map<String, String> data) {
                told.add("amend");
                undo = undo.amended(data);
            }
        });
    }

    /** The record as another process finds it, which works elsewhere. */
    private UndoRecord stored() {
        JsonCodec<UndoRecord> codec = JsonCodec.lines(UndoRecord.class);
        return codec.decode(codec.encode(undo), "test");
    }

    private boolean broken() {
        return Files.exists(folder.resolve("broken"));
    }

    @Test
    void itsTargetIsTheProgramOutsideAnySandbox() throws InjectionException {
        Target target = fault().targets().get(0);
        assertThat(target.id()).isEqualTo("/usr/bin/touch");
        assertThat(target.inSandbox()).isFalse();
    }

    @Test
    void breaksInTheDrillsFolderOnceTheProcessIsWrittenDownAndT0IsTaken() throws InjectionException {
        inject(new Cancellation());

        assertThat(broken()).isTrue();
        assertThat(told).containsExactly("amend", "begins");
        assertThat(undo.kind()).isEqualTo(UndoKind.AUTO);
        assertThat(undo.byHand()).isEqualTo("cd " + folder + " && /bin/rm -f broken");
        assertThat(injector(folder).inspect(undo).state()).isEqualTo(CleanUp.DIRTY);
    }

    @Test
    void anotherProcessUndoesItFromTheRecordAlone() throws InjectionException {
        inject(new Cancellation());
        FaultInjector elsewhere = injector(Path.of("/"));

        elsewhere.recover(stored());
        assertThat(broken()).isFalse();
        elsewhere.recover(stored());
        assertThat(elsewhere.inspect(stored()).state()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void whatMakesTheFaultIsEndedBeforeItIsUndone() throws Exception {
        Process orphan = new ProcessBuilder("/bin/sleep", "300").start();
        PlannedFault fault = fault();
        undo = injector(folder)
                .prepare(fault, fault.targets().get(0))
                .amended(StartedProcess.of(orphan.toHandle()).toMap());

        assertThat(injector(folder).inspect(stored()).state()).isEqualTo(CleanUp.DIRTY);
        injector(folder).recover(stored());

        assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(injector(folder).inspect(stored()).state()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void aProcessThatOnlyHasTheSameIdIsLeftAlone() throws InjectionException {
        PlannedFault fault = fault();
        long ours = ProcessHandle.current().pid();
        undo = injector(folder)
                .prepare(fault, fault.targets().get(0))
                .amended(Map.of("pid", Long.toString(ours), "began", "another boot 4711"));

        injector(folder).recover(stored());
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aProgramThatFailsToBreakSaysHow() {
        params.put("apply", run("/bin/ls", "no-such-file"));
        assertThatThrownBy(() -> inject(new Cancellation()))
                .isInstanceOf(InjectionException.class)
                .hasMessageStartingWith("/bin/ls ended with exit code 2: ")
                .hasMessageEndingWith("and exit code 0 was expected");
    }

    @Test
    void aProgramThatFailsToUndoSaysWhatToDoByHand() throws InjectionException {
        params.put("undo", run("/usr/bin/false"));
        inject(new Cancellation());
        assertThatThrownBy(() -> injector(folder).recover(stored()))
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("by hand: cd " + folder + " && /usr/bin/false");
    }

    @Test
    void mayTakeAsLongAsItsCommandsMay() throws InjectionException {
        params.put("undo", Map.of("run", List.of("/bin/true"), "timeout", "5m"));
        PlannedFault fault = fault();
        assertThat(injector(folder)
                        .longest(injector(folder).prepare(fault, fault.targets().get(0))))
                .isGreaterThan(Duration.ofMinutes(5));
    }

    @Test
    void stopsBreakingWhenItIsNoLongerWanted() {
        params.put("apply", run("/bin/sleep", "300"));
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThatThrownBy(() -> inject(cancelled)).isInstanceOf(CancellationException.class);
    }

    @Test
    void wordsForPeopleAreQuoted() {
        assertThat(ShellWords.quote(List.of("/bin/rm", "a b", "it's", "$HOME")))
                .isEqualTo("/bin/rm 'a b' 'it'\\''s' '$HOME'");
    }
}
