package dev.musterpoint.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.bench.InAllTests;
import dev.musterpoint.bench.cli.MusterCommand;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults of Kubernetes on a real cluster, in a process of its own, beside an independent client with its own log: once each, or
 * so many times as {@code -Dmuster.times} says.
 */
@InAllTests
abstract class FaultsBesideAClient {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final int TIMES = Integer.getInteger("muster.times", 1);

    /** Once means in a build, where others want the processors too. */
    private static final Duration ASKED_EVERY = Duration.ofMillis(TIMES == 1 ? 20 : 5);

    @RegisterExtension
    final ThreeZones zones = new ThreeZones();

    @TempDir
    Path folder;

    /** Their names in {@code bench/drills}. */
    abstract List<String> drills();

    @TestFactory
    Stream<DynamicTest> theIntervalHoldsWhatAClientOutsideSuffersAndAllIsAsItWas() {
        WebCluster cluster = new WebCluster(zones.directory(), zones.namespace(), zones.web());
        return drills().stream().flatMap(drill -> IntStream.rangeClosed(1, TIMES)
                .mapToObj(i -> DynamicTest.dynamicTest(drill + " " + i, () -> compare(cluster, drill))));
    }

    private void compare(WebCluster cluster, String drill) throws Exception {
        Comparison comparison = new ZoneFaults(HOME, MusterCommand.of(), cluster, ASKED_EVERY).once(drill, fresh());
        assertThat(comparison.holds()).as("%s", comparison).isTrue();
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "run-");
    }
}
