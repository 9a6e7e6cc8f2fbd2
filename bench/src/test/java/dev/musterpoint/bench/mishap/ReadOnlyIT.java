package dev.musterpoint.bench.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.bench.cli.MusterProcess;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.shell.run.RecoverService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The runs directory cannot be written: from the beginning, or from some moment of a run on, as when its device fails. */
class ReadOnlyIT {
    private static final int TRIES = 5;
    private static final String DRILL = "mishap/command.yaml";
    private static final Duration GONE_WITHIN = Duration.ofSeconds(2);

    @TempDir
    Path directory;

    private static MusterProcess run(World world, Disk disk, String awaited) throws Exception {
        String drill = world.drill(DRILL, Scene.Extra.NONE.variables()).toString();
        return new MusterProcess(
                world.folder(),
                Map.of("MUSTER_RUNS", disk.path().resolve("runs").toString()),
                awaited,
                "drill",
                "run",
                drill);
    }

    @Test
    void fromTheBeginningNothingIsDone() throws Exception {
        try (Disk disk = Disk.ofFile(directory);
                World world = new World(directory)) {
            disk.makeReadOnly();
            MusterProcess muster = run(world, disk, "");
            assertThat(muster.exitCode()).as(muster.text()).isEqualTo(5);
            assertThat(muster.text())
                    .contains("muster: nothing was done: cannot make a run directory in ")
                    .contains("Read-only file system; choose another with --runs or make it writable")
                    .doesNotContain("\tat ");
            assertThat(world.left()).isEmpty();
        }
    }

    /** What the run says right before its directory cannot be written any more. */
    static Stream<String> moments() {
        Stream<String> sample = Stream.of("step 1 started");
        Stream<String> more = Stream.of(
                "checking:",
                "watchdog is up",
                "steady state held",
                "baseline:",
                "injecting:",
                "effect seen",
                "step 2 done",
                "recovering:");
        return Soak.isAll() ? Stream.concat(sample, more) : sample;
    }

    /** On a busy machine the baseline may not be steady, and then nothing is injected: out of a few if need be. */
    private static MusterProcess runTo(String moment, World world, Disk disk) throws Exception {
        for (int i = 1; true; i++) {
            MusterProcess muster = run(world, disk, moment);
            try {
                muster.awaitLine();
                return muster;
            } catch (AssertionError never) {
                if (i == TRIES || !muster.text().contains("no steady state")) {
                    throw never;
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("moments")
    void fromAMomentOnTheFaultIsUndoneAndTheRunCanBeFinishedLater(String moment) throws Exception {
        try (Disk disk = Disk.ofFile(directory);
                World world = new World(directory)) {
            MusterProcess muster = runTo(moment, world, disk);
            disk.fail();
            int code = muster.exitCode();
            String said = muster.text();
            Soak.row("read-only", "after '" + moment + "': exit code " + code);
            Patience.await(GONE_WITHIN, () -> String.join(", ", world.left()));
            assertThat(code).as(said).isEqualTo(70);
            assertThat(said).contains("what it changed is undone").contains("muster recover ");
            disk.repair();
            RunStore store = new RunStore(disk.path().resolve("runs"));
            RunDirectory run = store.list().stream()
                    .filter(each -> !each.isSealed())
                    .findFirst()
                    .orElseThrow();
            new RecoverService(store, Catalogue.load()).recover(run);
            Story.assertVerified(run);
            Story.assertKeepsAllButTheLastThatWasTold(run, said);
            assertThat(new RunReader(run).assessment().orElseThrow().cleanUp()).isEqualTo(CleanUp.CLEAN);
        }
    }
}
