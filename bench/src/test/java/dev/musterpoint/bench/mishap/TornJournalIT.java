package dev.musterpoint.bench.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Evidence.ResidueInspected;
import dev.musterpoint.drills.evidence.Evidence.TailRepaired;
import dev.musterpoint.drills.evidence.Evidence.UndoAmended;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.run.RecoverService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A journal whose end is torn off, or followed by what a disk makes of a power cut, while its fault stands: at a sample of
 * bytes, or with {@code -Dmuster.kills=all} at each byte of the lines that tell of the injection and of the last two.
 */
class TornJournalIT {
    private static final int SAMPLE = 6;
    private static final int LONGEST_GARBAGE = 200;
    private static final String TORN = "journal.jsonl.torn";

    @TempDir
    static Path directory;

    private static World world;
    private static RunDirectory whole;
    private static byte[] journal;
    private static final AtomicInteger COPIES = new AtomicInteger();

    @BeforeAll
    static void runOnce() throws Exception {
        Scene scene = new Scene("pause", "mishap/pause-tree.yaml");
        world = new World(directory);
        whole = Kill.wholeOf(scene, world, TornJournalIT::freshDirectory).run();
        journal = Files.readAllBytes(whole.journal());
    }

    @AfterAll
    static void close() throws IOException {
        world.close();
    }

    @TestFactory
    Stream<DynamicTest> aTornLineIsCutOffKeptAndTheRunSealed() {
        List<Integer> cuts = cuts();
        IntStream chosen =
                Soak.isAll() ? IntStream.range(0, cuts.size()) : new Random(Soak.SEED).ints(SAMPLE, 0, cuts.size());
        return chosen.mapToObj(cuts::get)
                .map(cut -> DynamicTest.dynamicTest("cut at byte " + cut, () -> torn(cut, new byte[0])));
    }

    @TestFactory
    Stream<DynamicTest> garbageAfterTheLastLineIsCutOffAndKept() {
        Random random = new Random(Soak.SEED);
        List<Integer> ends = lineEnds();
        return IntStream.range(0, Soak.isAll() ? 200 : 3).mapToObj(i -> {
            byte[] garbage = garbage(random);
            int end = ends.get(
                    random.nextInt(ends.size() - lineOf(InjectionReturned.class)) + lineOf(InjectionReturned.class));
            return DynamicTest.dynamicTest(garbage.length + " bytes after byte " + end, () -> torn(end, garbage));
        });
    }

    /** A whole line of garbage is no torn tail: nobody may drop it, and nobody may call clean what it may have told of. */
    @TestFactory
    Stream<DynamicTest> aWholeLineOfGarbageIsReportedAndTheFaultUndone() {
        Random random = new Random(Soak.SEED + 1);
        int end = lineEnds().get(lineOf(InjectionReturned.class));
        return IntStream.range(0, Soak.isAll() ? 50 : 2).mapToObj(i -> {
            byte[] garbage = garbage(random);
            garbage[garbage.length - 1] = '\n';
            return DynamicTest.dynamicTest(garbage.length + " bytes", () -> {
                RunDirectory run = recovered(concat(Arrays.copyOf(journal, end), garbage));
                assertThat(assessment(run).cleanUp()).isEqualTo(CleanUp.UNKNOWN);
                assertThat(Files.readAllBytes(run.journal())).endsWith(garbage);
                assertThat(Story.problems(run)).anySatisfy(problem -> assertThat(problem.file() + ":" + problem.line())
                        .isEqualTo("journal.jsonl:" + (lineOf(InjectionReturned.class) + 1)));
            });
        });
    }

    private void torn(int cut, byte[] garbage) throws Exception {
        byte[] found = concat(Arrays.copyOf(journal, cut), garbage);
        int end = lineEnds().stream().filter(each -> each <= cut).reduce(0, Math::max);
        byte[] tail = Arrays.copyOfRange(found, end, found.length);
        RunDirectory run = recovered(found);
        assertThat(Files.readAllBytes(run.journal())).isEqualTo(Arrays.copyOf(journal, end));
        List<JournalEntry> recovery = new ArrayList<>();
        new RunReader(run).recovery(recovery::add);
        if (tail.length > 0) {
            assertThat(Files.readAllBytes(run.path().resolve(TORN))).isEqualTo(tail);
            assertThat(recovery).anySatisfy(entry -> assertThat(entry.body())
                    .isEqualTo(new TailRepaired("journal.jsonl", tail.length, TORN)));
        }
        assertThat(assessment(run).cleanUp()).isEqualTo(CleanUp.CLEAN);
        Story.assertVerified(run);
    }

    /** The run as its runner left it with {@code bytes} for a journal and its fault standing, and then recovered. */
    private RunDirectory recovered(byte[] bytes) throws Exception {
        RunDirectory run = copy(bytes);
        if (isStanding(bytes)) {
            world.stop();
        }
        new RecoverService(new RunStore(run.path().getParent()), Catalogue.load()).recover(run);
        assertThat(world.left()).isEmpty();
        assertThat(run.isSealed()).isTrue();
        return run;
    }

    /**
     * Whether all of the tree may stand still: a process is stopped only once that is written down, and that it runs again is
     * written down only once it was seen.
     */
    private static boolean isStanding(byte[] bytes) {
        int recorded = lineEnds().get(lineOf(UndoAmended.class, (first, next) -> next));
        int proven = lineEnds().get(lineOf(ResidueInspected.class));
        return bytes.length >= recorded && bytes.length < proven;
    }

    private RunDirectory copy(byte[] bytes) throws IOException {
        RunStore store = new RunStore(freshDirectory());
        RunDirectory run = new RunDirectory(store.root().resolve(whole.runId()));
        for (String name : whole.files()) {
            if (!name.startsWith("report/") && !name.equals("assessment.json")) {
                Files.createDirectories(run.path().resolve(name).getParent());
                Files.copy(whole.path().resolve(name), run.path().resolve(name));
            }
        }
        Files.write(run.journal(), bytes);
        Path log = new RunStore(whole.path().getParent()).programme().file();
        String created = Files.readAllLines(log).get(0) + "\n";
        Files.writeString(store.programme().file(), created);
        return run;
    }

    private static Path freshDirectory() {
        try {
            return Files.createDirectory(directory.resolve("copy-" + COPIES.incrementAndGet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each byte of the lines around the injection, and of the last two. */
    private static List<Integer> cuts() {
        List<Integer> ends = lineEnds();
        int injected = lineOf(InjectionReturned.class);
        int last = ends.size() - 1;
        return Stream.concat(
                        IntStream.rangeClosed(ends.get(lineOf(UndoAmended.class) - 1), ends.get(injected))
                                .boxed(),
                        IntStream.rangeClosed(ends.get(last - 2), ends.get(last))
                                .boxed())
                .toList();
    }

    /** Where the lines end; before the first, 0. */
    private static List<Integer> lineEnds() {
        List<Integer> ends = new ArrayList<>(List.of(0));
        IntStream.range(0, journal.length).filter(i -> journal[i] == '\n').forEach(i -> ends.add(i + 1));
        return ends;
    }

    /** The number of the first line of a kind, from 1. */
    private static int lineOf(Class<?> kind) {
        return lineOf(kind, (first, next) -> first);
    }

    private static int lineOf(Class<?> kind, IntBinaryOperator which) {
        List<JournalEntry> entries = new ArrayList<>();
        new RunReader(whole).journal(entries::add);
        return 1
                + IntStream.range(0, entries.size())
                        .filter(i -> kind.isInstance(entries.get(i).body()))
                        .reduce(which)
                        .orElseThrow();
    }

    private static byte[] garbage(Random random) {
        byte[] garbage = new byte[1 + random.nextInt(LONGEST_GARBAGE)];
        random.nextBytes(garbage);
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = garbage[i] == '\n' ? 0 : garbage[i];
        }
        return garbage;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    private static Assessment assessment(RunDirectory run) {
        return new RunReader(run).assessment().orElseThrow();
    }
}
