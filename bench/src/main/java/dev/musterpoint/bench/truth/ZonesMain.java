package dev.musterpoint.bench.truth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Prints the comparisons of {@link ZoneFaults}, so many of each drill. */
public final class ZonesMain {
    private static final Duration ASKED_EVERY = Duration.ofMillis(5);

    private ZonesMain() {}

    /** Arguments: the project's directory, how many runs, the cluster's directory, the service's URL, and drills by name. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        ZoneFaults faults = new ZoneFaults(
                home,
                List.of(home.resolve("muster").toString()),
                new WebCluster(Path.of(arguments[2]), "default", arguments[3]),
                ASKED_EVERY);
        int runs = Integer.parseInt(arguments[1]);
        boolean all = true;
        System.out.println("drill            measured [s]  client [s]        failed of attempts  holds  clean");
        for (String drill : List.of(arguments).subList(4, arguments.length)) {
            for (int i = 0; i < runs; i++) {
                all &= holds(faults, drill);
            }
        }
        System.exit(all ? 0 : 1);
    }

    /** One that cannot be compared is a failure, and no reason to leave out the others. */
    private static boolean holds(ZoneFaults faults, String drill) throws Exception {
        Path directory = Files.createTempDirectory("zones-");
        try {
            Comparison comparison = faults.once(drill, directory);
            System.out.println(comparison + (comparison.holds() ? "" : " " + directory));
            return comparison.holds();
        } catch (IllegalStateException e) {
            System.out.println(drill + ": NO: " + e.getMessage());
            return false;
        }
    }
}
