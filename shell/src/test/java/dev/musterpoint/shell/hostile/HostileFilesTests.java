package dev.musterpoint.shell.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.codec.FileKind;
import dev.musterpoint.shell.hostile.HostileFiles.Made;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads, checks and plans hostile files as {@code drill plan} does: {@code -Dmuster.hostile} of them, or the one of
 * {@code -Dmuster.hostileSeed}. Each is planned or refused with what is wrong with it, within a second of processor time,
 * and nothing else happens: no file is read outside the drill's folder and the product itself, no class is loaded because
 * a file names it, no program started, nobody called, nothing written.
 */
class HostileFilesTests {
    private static final int CASES = Integer.getInteger("muster.hostile", 2_000);
    private static final long SEED = Long.getLong("muster.hostileSeed", -1);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    Path root;

    private ServerSocketChannel nobody;
    private Workshop workshop;
    private final Slowest slowest = new Slowest();

    @BeforeEach
    void open() throws Exception {
        nobody = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        nobody.configureBlocking(false);
        workshop = Workshop.in(root.toRealPath(), nobody.socket().getLocalPort());
        // Whatever is loaded for any file at all is loaded before anybody looks.
        assertThat(workshop.outcome(workshop.folder().resolve("everything.yaml")))
                .isEqualTo("planned");
        assertThat(outcome("a: [")).isEqualTo("problems");
    }

    @AfterEach
    void close() throws IOException {
        slowest.close();
        workshop.unlink();
        nobody.close();
    }

    @Test
    void areRefusedOrPlannedAndNothingElseHappens() throws Exception {
        HostileFiles files = workshop.files();
        Map<String, Integer> outcomes = new TreeMap<>();
        Map<Path, String> before = workshop.tree();
        Watched watched = Watched.during(() -> {
            long first = SEED < 0 ? 0 : SEED;
            for (long seed = first; seed < (SEED < 0 ? CASES : SEED + 1); seed++) {
                Made made = files.make(seed);
                outcomes.merge(slowest.timed(seed, () -> workshop.outcome(made)), 1, Integer::sum);
            }
        });
        Files.writeString(Path.of("target", "hostile-files.txt"), outcomes + ", " + slowest + "\n");

        assertThat(slowest.cpu()).as("the slowest, seed " + slowest.seed()).isLessThan(PATIENCE);
        assertNothingHappened(watched);
        assertThat(workshop.tree()).isEqualTo(before);
        if (SEED < 0) {
            assertThat(outcomes.getOrDefault("planned", 0))
                    .as("plans among " + outcomes)
                    .isGreaterThan(CASES / 100);
            assertThat(outcomes).containsKeys("problems", "refused");
        }
    }

    private void assertNothingHappened(Watched watched) throws IOException {
        assertThat(watched.read()).as("read").isNotEmpty().allMatch(workshop::mayBeRead);
        assertThat(watched.loaded()).as("loaded").doesNotContainAnyElementsOf(HostileValues.CLASSES);
        assertThat(watched.started()).as("started").isEmpty();
        assertThat(nobody.accept()).as("calls").isNull();
    }

    /** The files that are no files, and links that lead out. */
    @ParameterizedTest
    @ValueSource(strings = {"pipe", "zero", "folder", "escape", "loop"})
    void whatIsNoFileOfTheFolderIsRefusedAsARunbook(String name) throws Exception {
        String drill = Files.readString(workshop.folder().resolve("everything.yaml"))
                .replace("runbook: every-step", "runbook: " + name);
        Watched watched = Watched.during(
                () -> assertThat(slowest.timed(0, () -> outcome(drill))).isEqualTo("problems"));

        assertNothingHappened(watched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe.yaml", "zero.yaml", "folder.yaml", "loop.yaml", "none.yaml"})
    void whatIsNoFileIsRefusedAsADrill(String name) throws Exception {
        String outcome =
                slowest.timed(0, () -> workshop.outcome(workshop.folder().resolve(name)));

        assertThat(outcome).isEqualTo("problems");
    }

    @Test
    void theInstrumentSeesWhatItLooksFor() throws Exception {
        Watched watched = Watched.during(() -> {
            Files.readString(workshop.folder().resolve("escape.yaml"));
            Class.forName(HostileValues.CLASSES.get(0));
            new ProcessBuilder("/bin/true").start().waitFor();
        });

        assertThat(watched.read()).anyMatch(file -> !workshop.mayBeRead(file));
        assertThat(watched.loaded()).contains(HostileValues.CLASSES.get(0));
        assertThat(watched.started()).isNotEmpty();
    }

    private String outcome(String drill) throws IOException {
        return workshop.outcome(new Made(FileKind.DRILL, drill.getBytes(StandardCharsets.UTF_8)));
    }
}
