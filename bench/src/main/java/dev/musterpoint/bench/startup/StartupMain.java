package dev.musterpoint.bench.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times {@code muster drill list} and {@link Hello} in turn. Fails when the ratio of their medians is above 12.5. */
public final class StartupMain {
    private static final double MOST = 12.5;
    private static final int WARM_UP = 2;

    private StartupMain() {}

    /** Arguments: the launcher, how many runs. */
    public static void main(String[] arguments) throws Exception {
        int runs = Integer.parseInt(arguments[1]);
        String classes = Path.of(StartupMain.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(arguments[0], "drill", "list");
        List<String> bare = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                classes,
                Hello.class.getName());
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = -WARM_UP; i < runs; i++) {
            double one = seconds(command);
            double other = seconds(bare);
            if (i >= 0) {
                ours.add(one);
                theirs.add(other);
            }
        }
        double ratio = median(ours) / median(theirs);
        System.out.printf(
                Locale.ROOT,
                "drill list: median %.3f s of %d runs; a bare JVM's Hello: %.3f s; ratio %.1f (at most %.1f)%n",
                median(ours),
                runs,
                median(theirs),
                ratio,
                MOST);
        System.exit(ratio <= MOST ? 0 : 1);
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int code = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> numbers) {
        List<Double> sorted = new ArrayList<>(numbers);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
