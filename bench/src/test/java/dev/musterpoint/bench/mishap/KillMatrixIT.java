package dev.musterpoint.bench.mishap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL of the runner, for every kind of fault: at a seeded sample of points, or with {@code -Dmuster.kills=all} at every
 * line of the journal, with and without its watchdog, and at 1,000 random instants over all. A table of what became of them
 * is written to {@code target/soak/kills.md}.
 */
class KillMatrixIT {
    /** Random instants of the first scene, which is the quickstart's, and of all others together. */
    private static final int OF_THE_FIRST = 200;

    private static final int OF_THE_OTHERS = 800;
    /** A sample needs no run to count lines: a line that the journal does not have lets the run come to its end. */
    private static final int USUAL_LINES = 26;

    private static final int USUAL_MILLIS = 4000;
    private static final int AT_ONCE = Integer.getInteger("muster.killsAtOnce", 2);

    @TempDir
    static Path directory;

    private static Database database;
    private static Proxies proxies;
    private static Kills kills;

    @BeforeAll
    static void open() throws Exception {
        database = new Database(directory);
        proxies = new Proxies();
        kills = new Kills(directory, AT_ONCE);
    }

    @AfterAll
    static void close() throws Exception {
        kills.close();
        database.close();
        proxies.close();
    }

    private static List<Scene> scenes() {
        List<Scene> scenes = new ArrayList<>(List.of(
                new Scene("`process/kill`, a PostgreSQL pair fails over", "brief.yaml"),
                new Scene("`process/kill`, scope process", "mishap/kill-process.yaml"),
                new Scene("`process/kill`, scope tree", "mishap/kill-tree.yaml"),
                new Scene("`process/pause`, scope process", "mishap/pause-process.yaml"),
                new Scene("`process/pause`, scope tree", "mishap/pause-tree.yaml"),
                new Scene("`noop`", "mishap/noop.yaml"),
                new Scene("`command/run`, and a runbook", "mishap/command.yaml"),
                new Scene("`http/request`, and a runbook", "mishap/request.yaml"),
                new Scene("three faults, `with` and `after`, and a runbook", "mishap/several.yaml"),
                new Scene("tables in a PostgreSQL that is not ours", "mishap/table.yaml", () -> database.tables()),
                new Scene("`toxiproxy/down`", "mishap/proxy-down.yaml", () -> proxies.proxy(Map.of()))));
        scenes.addAll(toxics());
        return scenes;
    }

    private static List<Scene> toxics() {
        String felt = "effect: { probe: front }";
        return List.of(
                toxic("latency", "latency: 300ms", felt),
                toxic("bandwidth", "rate: 1", felt),
                toxic("slow-close", "delay: 300ms"),
                toxic("timeout", "timeout: 100ms", felt),
                toxic("reset-peer", "timeout: 0s", felt),
                toxic("slicer", "averageSize: 8", "delay: 50ms", felt),
                toxic("limit-data", "bytes: 10", felt));
    }

    private static Scene toxic(String type, String... settings) {
        Map<String, String> more = Map.of("TOXIC", type, "SETTINGS", String.join("\n      ", settings));
        return new Scene("`toxiproxy/" + type + "`", "mishap/proxy-toxic.yaml", () -> proxies.proxy(more));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLeftWhereverTheRunnerIsKilled() {
        List<Scene> scenes = scenes().stream().filter(Scene::isAskedFor).toList();
        if (!Soak.isAll()) {
            // All at once, and each test waits for its own: a build has better things to do.
            List<Kills.Playing> playing = scenes.stream()
                    .map(scene -> kills.begin(scene, sample(scenes.indexOf(scene))))
                    .toList();
            return playing.stream()
                    .map(each -> DynamicTest.dynamicTest(each.scene().name(), each::end));
        }
        return scenes.stream()
                .map(scene -> DynamicTest.dynamicTest(
                        scene.name(), () -> kills.begin(scene, kills.all(scene, instants(scene)))
                                .end()));
    }

    /** One line each, half of them without a watchdog, and an instant for every sixth. */
    private static List<KillPoint> sample(int scene) {
        Random random = new Random(Soak.SEED + scene);
        List<KillPoint> points = new ArrayList<>();
        points.add(KillPoint.atLine(random.nextInt(USUAL_LINES), scene % 2 == 1));
        if (scene == 0) {
            // The first line always: the log of all attempts does not know of the run yet.
            points.add(KillPoint.atLine(0, false));
        }
        if (scene % 6 == 0) {
            points.add(KillPoint.after(random.nextInt(USUAL_MILLIS), false));
        }
        return points;
    }

    private static int instants(Scene scene) {
        List<Scene> all = scenes();
        return scene.drill().equals(all.get(0).drill()) ? OF_THE_FIRST : OF_THE_OTHERS / (all.size() - 1) + 1;
    }
}
