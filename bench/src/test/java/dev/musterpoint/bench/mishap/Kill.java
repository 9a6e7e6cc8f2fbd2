package dev.musterpoint.bench.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.bench.cli.MusterCommand;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.shell.run.RecoverService;
import dev.musterpoint.shell.run.RunState;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One run of a scene in a world of its own, whose runner is killed at a point; and what must be true afterwards. */
final class Kill {
    private static final Duration GONE_WITHIN = Duration.ofSeconds(2);
    private static final Duration LET_GO_WITHIN = Duration.ofSeconds(5);
    private static final Duration SEALED_WITHIN = Duration.ofSeconds(60);
    private static final Duration KILLED_WITHIN = Duration.ofMinutes(3);
    private static final int SIGKILL = 137;
    private static final int TRIES = 5;

    private final Scene scene;
    private final Path directory;
    private final Path runs;
    private final Tally tally;
    private final Scene.Extra extra;

    Kill(Scene scene, Path directory, Tally tally) throws IOException {
        this.scene = scene;
        this.directory = directory;
        this.runs = Files.createDirectory(directory.resolve("runs"));
        this.tally = tally;
        this.extra = scene.extra().get();
    }

    /**
     * A run that nobody kills.
     *
     * @param lines  how many its journal has
     * @param begins how long after its process started the journal did, in milliseconds
     * @param millis how long it took, in milliseconds
     */
    record Whole(RunDirectory run, int lines, long begins, long millis) {
        /** On a busy machine the baseline may not be steady, and then nothing is injected. */
        boolean wasInjected() {
            return !new RunReader(run).facts(InjectionReturned.class).isEmpty();
        }
    }

    /** A whole run that did inject, out of a few if need be. @param directories gives each a fresh one */
    static Whole wholeOf(Scene scene, World world, Supplier<Path> directories) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            Whole whole = new Kill(scene, directories.get(), new Tally(scene)).whole(world);
            if (whole.wasInjected()) {
                return whole;
            }
        }
        throw new AssertionError("no steady baseline in " + TRIES + " runs: this machine is too busy");
    }

    private Whole whole(World world) throws Exception {
        Instant started = Instant.now();
        long before = System.nanoTime();
        Process process = start(world, KillPoint.atLine(Long.MAX_VALUE, false));
        assertThat(process.waitFor()).as("%s", log()).isZero();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        RunDirectory run = theRun();
        assertThat(assessment(run).outcome()).as("%s", log()).isEqualTo(RunOutcome.COMPLETED);
        Patience.await(extra.settlesWithin(), () -> String.join(", ", left(world, run)));
        List<Instant> lines = new ArrayList<>();
        new RunReader(run).journal(entry -> lines.add(entry.at()));
        return new Whole(
                run, lines.size(), Duration.between(started, lines.get(0)).toMillis(), millis);
    }

    void at(KillPoint point) throws Exception {
        try (World world = new World(directory)) {
            Process process = start(world, point);
            boolean killed = point.isAtLine() ? dies(process) : kill(process, point);
            tally.killed(point);
            if (new RunStore(runs).list().isEmpty()) {
                assertThat(world.left()).isEmpty();
                tally.notBegun();
            } else {
                examine(world, killed, point);
            }
        }
    }

    /** @return whether it was killed; a journal that is shorter this time lets it come to its end */
    private boolean dies(Process process) throws Exception {
        assertThat(process.waitFor(KILLED_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", log()).isIn(0, SIGKILL);
        return process.exitValue() == SIGKILL;
    }

    private boolean kill(Process process, KillPoint point) throws Exception {
        Patience.await(KILLED_WITHIN, () -> isMade() || !process.isAlive() ? "" : "no run was begun");
        if (process.waitFor(point.millis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        if (point.alsoWatchdog()) {
            Processes.watchdogsOf(process.toHandle()).forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly().waitFor();
        return true;
    }

    /** Whether the run has a directory: before that it is nothing but a process that starts. */
    private boolean isMade() throws IOException {
        try (DirectoryStream<Path> made = Files.newDirectoryStream(runs, "2*")) {
            return made.iterator().hasNext();
        }
    }

    private void examine(World world, boolean killed, KillPoint point) throws Exception {
        RunDirectory run = theRun();
        boolean wasSealed = run.isSealed();
        if (killed && point.alsoWatchdog()) {
            // A process that was killed may hold the lock for a moment longer; then 'muster recover' says that it runs.
            RecoverService service = new RecoverService(new RunStore(runs), Catalogue.load());
            Patience.await(LET_GO_WITHIN, () -> service.recover(run).isPresent() ? "" : "the run's lock is held");
            Patience.await(extra.settlesWithin(), () -> String.join(", ", left(world, run)));
        }
        Duration gone = goneWithin(GONE_WITHIN.plus(extra.settlesWithin()), world, run);
        Patience.await(SEALED_WITHIN, () -> run.isSealed() && !Files.exists(run.lock()) ? "" : "not sealed");
        explained(run, killed && !wasSealed);
        if (!killed || wasSealed) {
            tally.wasOver();
        } else if (point.alsoWatchdog()) {
            tally.undoneByRecover();
        } else {
            tally.undoneByWatchdog(gone);
        }
    }

    /** What is too late is a failure that tells whether it came at all. */
    private Duration goneWithin(Duration limit, World world, RunDirectory run) throws Exception {
        Patience.Condition gone = () -> String.join(", ", left(world, run));
        try {
            return Patience.await(limit, gone);
        } catch (AssertionError late) {
            throw new AssertionError(
                    late.getMessage() + "; gone " + Patience.await(SEALED_WITHIN, gone) + " later", late);
        }
    }

    private static void explained(RunDirectory run, boolean cutShort) {
        Assessment assessment = assessment(run);
        RunReader reader = new RunReader(run);
        if (assessment.outcome() == RunOutcome.COMPLETED) {
            assertThat(reader.facts(RunEnded.class)).as("a pass without an end").isNotEmpty();
        } else {
            assertThat(cutShort).as("it was cut short").isTrue();
            assertThat(assessment.outcome()).isEqualTo(RunOutcome.CRASHED);
            assertThat(assessment.verdict()).isNotEqualTo(Verdict.MET);
        }
        RunState state = RunState.of(run);
        assertThat(state.state()).isIn("crashed", "completed");
        assertThat(state.cleanUp()).isEqualTo(CleanUp.CLEAN.name());
        Story.assertVerified(run);
    }

    private static Assessment assessment(RunDirectory run) {
        return new RunReader(run).assessment().orElseThrow();
    }

    private List<String> left(World world, RunDirectory run) throws IOException {
        List<String> left = new ArrayList<>(world.left());
        left.addAll(extra.left());
        left.addAll(new Aftermath(run.runId()).left());
        return left;
    }

    private RunDirectory theRun() {
        List<RunDirectory> all = new RunStore(runs).list();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Path logFile() {
        return directory.resolve("runner.log");
    }

    private String log() throws IOException {
        return Files.readString(logFile());
    }

    private Process start(World world, KillPoint point) throws IOException {
        List<String> command = MusterCommand.of(
                KilledRun.class,
                Path.of("..").toAbsolutePath().normalize().toString(),
                world.folder().toString(),
                runs.toString(),
                world.drill(scene.drill(), extra.variables()).toString(),
                Long.toString(point.line()),
                Boolean.toString(point.alsoWatchdog()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(logFile().toFile())
                .start();
    }
}
