package dev.musterpoint.bench.truth;

import dev.musterpoint.bench.service.JavaCommand;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Runs failovers with an independent client beside each, and compares the intervals. */
public final class TruthMain {
    private TruthMain() {}

    /** Arguments: the project's directory, how many runs, and, if not the usual one, which drill of the project. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        int runs = Integer.parseInt(arguments[1]);
        Path drill = home.resolve(arguments.length > 2 ? arguments[2] : "bench/drills/truth.yaml");
        List<Double> widths = new ArrayList<>();
        List<Double> clientWidths = new ArrayList<>();
        int overlaps = 0;
        System.out.println("run   measured [ms]        client [ms]          width   client's  attempts  overlap");
        for (int i = 1; i <= runs; i++) {
            Path directory = Files.createTempDirectory("truth-");
            Pair pair = once(home, drill, directory);
            double lower = Durations.seconds(pair.measured().lower());
            double upper = Durations.seconds(pair.measured().upper().orElseThrow());
            boolean overlap = pair.client().overlaps(lower, upper);
            overlaps += overlap ? 1 : 0;
            widths.add(1000 * (upper - lower));
            clientWidths.add(1000 * (pair.client().upper() - pair.client().lower()));
            System.out.printf(
                    Locale.ROOT,
                    "%3d   [%7.1f, %7.1f]   [%7.1f, %7.1f]   %6.1f    %6.1f  %8d  %s%n",
                    i,
                    1000 * lower,
                    1000 * upper,
                    1000 * pair.client().lower(),
                    1000 * pair.client().upper(),
                    widths.get(i - 1),
                    clientWidths.get(i - 1),
                    pair.client().attempts(),
                    overlap ? "yes" : "NO: " + directory);
        }
        System.out.printf(
                Locale.ROOT,
                "overlap in %d of %d; median width %.1f ms, the client's %.1f ms%n",
                overlaps,
                runs,
                median(widths),
                median(clientWidths));
        System.exit(overlaps == runs ? 0 : 1);
    }

    private record Pair(Interval measured, ClientLog client) {}

    private static Pair once(Path home, Path file, Path directory) throws Exception {
        DrillProcess drill = new DrillProcess(home.resolve("muster"), file, directory);
        SystemFacts sandbox = drill.sandbox();
        int primary = port(sandbox, "primary");
        int standby = port(sandbox, "standby");
        Path log = directory.resolve("client.log");
        // Its attempts cost more than the probes that it is compared with; it takes what they leave.
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(JavaCommand.of(
                TruthClient.class,
                Integer.toString(primary),
                Integer.toString(standby),
                sandbox.facts().get("user"),
                sandbox.facts().get("passwordFile"),
                log.toString()));
        Process client = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("client.out").toFile())
                .start();
        drill.await();
        client.getOutputStream().close();
        client.waitFor();
        Interval measured = new RunReader(drill.run())
                .assessment().orElseThrow().findings(ObjectiveJudged.class).stream()
                        .filter(judged -> judged.kind().equals("recoveryTime"))
                        .flatMap(judged -> judged.measured().stream())
                        .findFirst()
                        .orElseThrow();
        return new Pair(measured, ClientLog.read(log, primary, standby));
    }

    /** Where users reach a member: at its proxy, where it has one. */
    private static int port(SystemFacts sandbox, String member) {
        SystemFacts.Member found = sandbox.member(member + "-proxy")
                .or(() -> sandbox.member(member))
                .orElseThrow();
        return Integer.parseInt(found.facts().get("port"));
    }

    private static double median(List<Double> numbers) {
        List<Double> sorted = new ArrayList<>(numbers);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
