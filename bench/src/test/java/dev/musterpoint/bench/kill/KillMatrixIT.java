package dev.musterpoint.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.reports.verify.RunVerification;
import dev.musterpoint.shell.run.RunState;
import dev.musterpoint.verifiers.check.Assessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL of the runner: at a seeded sample of its journal's lines, or at all of them and at 200 random instants with
 * {@code -Dmuster.kills=all}.
 */
class KillMatrixIT {
    private static final Duration GONE_WITHIN = Duration.ofSeconds(2);
    private static final Duration SEALED_WITHIN = Duration.ofSeconds(30);
    private static final int SAMPLE = 6;
    private static final int INSTANTS = 200;
    private static final long SEED = 20261121;

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> nothingIsLeftWhereverTheRunnerIsKilled() throws Exception {
        long lines = linesOfAWholeRun();
        List<Long> points = points(lines);
        Stream<DynamicTest> atLines = points.stream()
                .map(line -> DynamicTest.dynamicTest("killed at line " + line, () -> killedAtLine(line)));
        if (!isAll()) {
            return atLines;
        }
        Random random = new Random(SEED);
        return Stream.concat(atLines, IntStream.range(0, INSTANTS).mapToObj(i -> {
            long millis = random.nextInt(9000);
            return DynamicTest.dynamicTest("killed after " + millis + " ms", () -> killedAfter(millis));
        }));
    }

    private static boolean isAll() {
        return "all".equals(System.getProperty("muster.kills"));
    }

    private static List<Long> points(long lines) {
        List<Long> all = new ArrayList<>();
        for (long line = 0; line < lines; line++) {
            all.add(line);
        }
        if (isAll()) {
            return all;
        }
        Random random = new Random(SEED);
        // The first line always: the log of all attempts does not know of the run yet.
        return Stream.concat(
                        Stream.of(0L), IntStream.range(0, SAMPLE).mapToObj(i -> all.get(random.nextInt(all.size()))))
                .distinct()
                .sorted()
                .toList();
    }

    private long linesOfAWholeRun() throws Exception {
        Path runs = Files.createDirectory(directory.resolve("whole"));
        Process process = start(runs, -1);
        assertThat(process.waitFor()).isZero();
        RunDirectory run = theRun(runs);
        Assessment assessment = new RunReader(run).assessment().orElseThrow();
        assertThat(assessment.verdict()).as("a run that nobody kills").isEqualTo(Verdict.MET);
        return Files.readAllLines(run.journal()).size();
    }

    private void killedAtLine(long line) throws Exception {
        Path runs = Files.createDirectory(directory.resolve("line-" + line));
        Process process = start(runs, line);
        assertThat(process.waitFor()).as("the runner's exit status").isEqualTo(137);
        examine(runs);
    }

    private void killedAfter(long millis) throws Exception {
        Path runs = Files.createTempDirectory(directory, "instant-");
        Process process = start(runs, -1);
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        if (new RunStore(runs).list().isEmpty()) {
            return;
        }
        examine(runs);
    }

    private static void examine(Path runs) throws IOException {
        RunDirectory run = theRun(runs);
        Aftermath aftermath = new Aftermath(run.runId());
        await(() -> aftermath.left().isEmpty(), GONE_WITHIN, () -> "left 2 s after the kill: " + aftermath.left());
        await(() -> run.isSealed() && !Files.exists(run.lock()), SEALED_WITHIN, () -> "not sealed: " + run.path());
        Assessment assessment = new RunReader(run).assessment().orElseThrow();
        boolean completed = assessment.outcome() == RunOutcome.COMPLETED;
        assertThat(completed && new RunReader(run).facts(RunEnded.class).isEmpty())
                .as("a pass without an end")
                .isFalse();
        if (!completed) {
            assertThat(assessment.outcome()).isEqualTo(RunOutcome.CRASHED);
            assertThat(assessment.verdict()).isNotEqualTo(Verdict.MET);
        }
        assertThat(RunState.of(run).cleanUp()).isEqualTo("CLEAN");
        assertThat(new RunVerification(Assessor.standard()::assess).verify(run).problems())
                .isEmpty();
    }

    private static RunDirectory theRun(Path runs) {
        List<RunDirectory> all = new RunStore(runs).list();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Process start(Path runs, long line) throws IOException {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Path drill = Path.of("src", "test", "resources", "drills", "brief.yaml");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        home.toString(),
                        runs.toString(),
                        drill.toString(),
                        Long.toString(line))
                .redirectErrorStream(true)
                .redirectOutput(runs.resolve("runner.log").toFile())
                .start();
    }

    private static void await(Condition condition, Duration within, Message message) throws IOException {
        long end = System.nanoTime() + within.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as(message.text()).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private interface Message {
        String text() throws IOException;
    }
}
