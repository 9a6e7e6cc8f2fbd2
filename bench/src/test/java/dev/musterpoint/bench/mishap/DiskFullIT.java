package dev.musterpoint.bench.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.bench.cli.MusterProcess;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.shell.run.RecoverService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the runs directory holds so many pages and no more: a few numbers of them in every build, with
 * {@code -Dmuster.kills=all} every number from none to enough, so that it is full at every point of a run.
 */
class DiskFullIT {
    private static final String DRILL = "mishap/command.yaml";
    private static final long PAGE = 4096;
    private static final long ROOMY = 64 << 20;
    private static final Duration GONE_WITHIN = Duration.ofSeconds(2);
    /** About where the run's directory, its journal and its reports do not fit any more. */
    private static final long[] SAMPLE = {1, 10, 24};

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> aRunOnAFullDiskEndsHonestly() throws Exception {
        LongStream sizes = Soak.isAll() ? LongStream.rangeClosed(1, pagesOfAWholeRun()) : LongStream.of(SAMPLE);
        return sizes.mapToObj(pages -> DynamicTest.dynamicTest(pages + " pages", () -> runOn(pages)));
    }

    private long pagesOfAWholeRun() throws Exception {
        Path here = Files.createDirectory(directory.resolve("whole"));
        try (Disk disk = Disk.ofMemory(here, ROOMY);
                World world = new World(here)) {
            MusterProcess muster = run(world, disk);
            assertThat(muster.exitCode()).as(muster.text()).isZero();
            return disk.used() / PAGE + 1;
        }
    }

    private static MusterProcess run(World world, Disk disk) throws Exception {
        String drill = world.drill(DRILL, Scene.Extra.NONE.variables()).toString();
        return new MusterProcess(
                world.folder(), Map.of("MUSTER_RUNS", disk.path().toString()), "", "drill", "run", drill);
    }

    private void runOn(long pages) throws Exception {
        Path here = Files.createDirectory(directory.resolve("pages-" + pages));
        try (Disk disk = Disk.ofMemory(here, pages * PAGE);
                World world = new World(here)) {
            MusterProcess muster = run(world, disk);
            int code = muster.exitCode();
            String said = muster.text();
            Patience.await(GONE_WITHIN, () -> String.join(", ", world.left()));
            List<RunDirectory> begun = new RunStore(disk.path()).list();
            Soak.row("full disk", pages + " pages: exit code " + code + (begun.isEmpty() ? ", not begun" : ""));
            if (code != 0) {
                assertThat(code).as(said).isIn(5, 70);
                assertThat(said).contains("No space left on device").doesNotContain("\tat ");
            }
            if (begun.isEmpty()) {
                assertThat(code).as(said).isEqualTo(5);
                assertThat(said).contains("muster: nothing was done: ");
                return;
            }
            RunDirectory run = begun.get(0);
            disk.grow(ROOMY);
            recoverIfCutShort(run, said);
            Story.assertVerified(run);
            Story.assertKeepsAllThatWasTold(run, said);
            assertThat(new RunReader(run).assessment().orElseThrow().cleanUp()).isEqualTo(CleanUp.CLEAN);
        }
    }

    private static void recoverIfCutShort(RunDirectory run, String said) throws Exception {
        if (!run.isSealed()) {
            assertThat(said).contains("muster recover " + run.runId());
            new RecoverService(new RunStore(run.path().getParent()), Catalogue.load()).recover(run);
        }
    }
}
