package dev.musterpoint.bench.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills the runners of scenes, a few at once, each in a folder of its own. */
final class Kills implements AutoCloseable {
    private static final long A_LITTLE_BEFORE = 300;
    /** The instants fall into one in so many without a watchdog. */
    private static final int NO_WATCHDOG = 4;

    private final Path directory;
    private final ExecutorService killers;
    private final AtomicInteger made = new AtomicInteger();

    Kills(Path directory, int atOnce) {
        this.directory = directory;
        this.killers = Executors.newFixedThreadPool(atOnce);
    }

    /** Every line of a scene's journal, with and without its watchdog, and so many random instants. */
    List<KillPoint> all(Scene scene, int instants) throws Exception {
        Kill.Whole whole;
        try (World world = new World(freshDirectory())) {
            whole = Kill.wholeOf(scene, world, this::freshDirectory);
        }
        List<KillPoint> points = new ArrayList<>();
        for (long line = 0; line < whole.lines(); line++) {
            points.add(KillPoint.atLine(line, false));
            points.add(KillPoint.atLine(line, true));
        }
        Random random = new Random(Soak.SEED);
        int longest = (int) (whole.millis() - whole.begins() + A_LITTLE_BEFORE);
        for (int i = 0; i < instants; i++) {
            points.add(KillPoint.after(random.nextInt(longest), i % NO_WATCHDOG == 0));
        }
        return Soak.part(points);
    }

    Playing begin(Scene scene, List<KillPoint> points) {
        Tally tally = new Tally(scene);
        List<Future<?>> kills = new ArrayList<>();
        points.forEach(point -> kills.add(killers.submit(() -> kill(scene, point, tally))));
        return new Playing(scene, tally, kills);
    }

    /** A scene whose runners are being killed. */
    record Playing(Scene scene, Tally tally, List<Future<?>> kills) {
        void end() throws Exception {
            for (Future<?> kill : kills) {
                kill.get();
            }
            tally.write();
            assertThat(tally.failures()).isEmpty();
        }
    }

    private void kill(Scene scene, KillPoint point, Tally tally) {
        try {
            new Kill(scene, freshDirectory(), tally).at(point);
        } catch (Exception | AssertionError e) {
            tally.failed(point, e);
        }
    }

    private Path freshDirectory() {
        try {
            return Files.createDirectory(directory.resolve("kill-" + made.incrementAndGet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        killers.shutdownNow();
    }
}
