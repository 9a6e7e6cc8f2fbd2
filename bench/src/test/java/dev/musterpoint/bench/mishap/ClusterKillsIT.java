package dev.musterpoint.bench.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.bench.InAllTests;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL of the runner while it breaks a real Kubernetes: at a seeded sample of points, or with {@code -Dmuster.kills=all} at
 * every line of the journal, with and without the watchdog, and at random instants. Rows of the table of {@link KillMatrixIT}.
 */
@InAllTests
class ClusterKillsIT {
    private static final int INSTANTS = 20;
    /** Where in their journals these drills have their injection and its undo, about: the rest is as in all other drills. */
    private static final int FIRST_LINE = 9;

    private static final int LINES = 12;
    private static final int USUAL_MILLIS = 5000;

    private static final String CUT = "mishap/kube-cut.yaml";
    /** How long the nodes hold the cut, and the agents' images and starts. */
    private static final Duration CUT_FOR = Duration.ofSeconds(20);

    @RegisterExtension
    final ThreeZones zones = new ThreeZones();

    @TempDir
    static Path directory;

    private ClusterGround ground;
    /** Two lanes, one kill at a time in each: none looks at what the other touches. */
    private Kills ofNodes;

    private Kills ofOthers;

    @BeforeEach
    void open() throws Exception {
        ofNodes = new Kills(Files.createDirectory(directory.resolve("nodes")), 1);
        ofOthers = new Kills(Files.createDirectory(directory.resolve("others")), 1);
        ground = new ClusterGround(zones);
    }

    @AfterEach
    void close() {
        ofNodes.close();
        ofOthers.close();
        if (ground != null) {
            ground.close();
        }
    }

    private Map<Scene, Kills> scenes() {
        Map<Scene, Kills> scenes = new LinkedHashMap<>();
        scenes.put(scene("zone-evacuate", "kube-evacuate", "node "), ofNodes);
        scenes.put(scene("scale", "kube-scale", "deployment "), ofOthers);
        scenes.put(scene("node-drain", "kube-drain", "node "), ofNodes);
        // Policies, and pods that bear something of ours.
        scenes.put(scene("network-isolate", "kube-isolate", "po"), ofOthers);
        scenes.put(new Scene("`kubernetes/zone-cut`", CUT, () -> ground.cut(CUT_FOR)), ofNodes);
        scenes.keySet().removeIf(scene -> !scene.isAskedFor());
        return scenes;
    }

    private Scene scene(String fault, String drill, String part) {
        return new Scene("`kubernetes/" + fault + "`", "mishap/" + drill + ".yaml", () -> ground.part(part));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLeftWhereverTheRunnerIsKilled() {
        List<DynamicTest> tests = new ArrayList<>();
        scenes().forEach((scene, kills) -> tests.add(test(scene, kills)));
        tests.add(DynamicTest.dynamicTest(
                "all is as it was", () -> assertThat(ground.leftIn("")).isEmpty()));
        return tests.stream();
    }

    private static DynamicTest test(Scene scene, Kills kills) {
        if (Soak.isAll()) {
            return DynamicTest.dynamicTest(scene.name(), () -> kills.begin(scene, kills.all(scene, INSTANTS))
                    .end());
        }
        if (scene.drill().equals(CUT)) {
            // The pods of a node that is cut off cannot end, which others wait for: it begins when they are done.
            return DynamicTest.dynamicTest(
                    scene.name(), () -> kills.begin(scene, sample(scene)).end());
        }
        return DynamicTest.dynamicTest(scene.name(), kills.begin(scene, sample(scene))::end);
    }

    /** A line with the watchdog, and one without or an instant. */
    private static List<KillPoint> sample(Scene scene) {
        Random random = new Random(Soak.SEED + scene.drill().hashCode());
        boolean lines = random.nextBoolean();
        return List.of(
                KillPoint.atLine(FIRST_LINE + random.nextInt(LINES), lines),
                lines
                        ? KillPoint.after(random.nextInt(USUAL_MILLIS), false)
                        : KillPoint.atLine(FIRST_LINE + random.nextInt(LINES), true));
    }
}
