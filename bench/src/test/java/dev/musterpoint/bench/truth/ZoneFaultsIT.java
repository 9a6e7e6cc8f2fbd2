package dev.musterpoint.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import dev.musterpoint.shell.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault of Kubernetes on a real cluster, in a process of its own, beside an independent client with its own log: once, or
 * so many times as {@code -Dmuster.times} says.
 */
class ZoneFaultsIT {
    private static final int TIMES = Integer.getInteger("muster.times", 1);
    private static final List<String> DRILLS = List.of(
            "pod-kill",
            "pod-evict",
            "node-cordon",
            "node-drain",
            "scale",
            "network-isolate",
            "zone-evacuate",
            "zone-power",
            "zone-cut");

    @RegisterExtension
    final ThreeZones zones = new ThreeZones();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theIntervalHoldsWhatAClientOutsideSuffersAndAllIsAsItWas() {
        Path home = Path.of("..").toAbsolutePath().normalize();
        ZoneFaults faults =
                new ZoneFaults(home, muster(home), new WebCluster(zones.directory(), zones.namespace(), zones.web()));
        return DRILLS.stream().flatMap(drill -> IntStream.rangeClosed(1, TIMES)
                .mapToObj(i -> DynamicTest.dynamicTest(drill + " " + i, () -> compare(faults, drill))));
    }

    private void compare(ZoneFaults faults, String drill) throws Exception {
        Comparison comparison = faults.once(drill, fresh());
        assertThat(comparison.holds()).as("%s", comparison).isTrue();
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "run-");
    }

    private static List<String> muster(Path home) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dmuster.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
    }
}
