package dev.musterpoint.bench.truth;

import dev.musterpoint.bench.service.Balancer;
import dev.musterpoint.bench.service.JavaProcess;
import dev.musterpoint.bench.service.OrderService;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Kills one of two instances behind a balancer, and compares the interval with what an independent client saw. */
public final class PartialMain {
    private final Path home;
    private final String[] database;

    private PartialMain(Path home, String... database) {
        this.home = home;
        this.database = database;
    }

    /** Arguments: the project's directory, how many runs, the database's URL, user and password file. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        PartialMain main = new PartialMain(home, arguments[2], arguments[3], arguments[4]);
        int runs = Integer.parseInt(arguments[1]);
        int overlaps = 0;
        int within = 0;
        System.out.println(
                "run   measured [s]         client [s]            failed of attempts  overlap  holds it whole");
        for (int i = 1; i <= runs; i++) {
            Path directory = Files.createTempDirectory("partial-");
            Pair pair = main.once(directory);
            double lower = Durations.seconds(pair.measured().lower());
            double upper = Durations.seconds(pair.measured().upper().orElseThrow());
            OrderLog client = pair.client();
            overlaps += client.overlaps(lower, upper) ? 1 : 0;
            within += client.within(lower, upper) ? 1 : 0;
            System.out.printf(
                    Locale.ROOT,
                    "%3d   [%6.3f, %6.3f]     [%6.3f, %6.3f]     %6d of %6d      %-7s  %s%n",
                    i,
                    lower,
                    upper,
                    client.lower(),
                    client.upper(),
                    client.failed(),
                    client.attempts(),
                    client.overlaps(lower, upper) ? "yes" : "NO: " + directory,
                    client.within(lower, upper) ? "yes" : "no");
        }
        System.out.printf("overlap in %d of %d, the client's bracket inside ours in %d%n", overlaps, runs, within);
        System.exit(overlaps == runs ? 0 : 1);
    }

    private record Pair(Interval measured, OrderLog client) {}

    private JavaProcess instance(String name) throws Exception {
        return new JavaProcess(OrderService.class, name, database[0], database[1], database[2]);
    }

    private Pair once(Path directory) throws Exception {
        Path log = directory.resolve("client.log");
        try (JavaProcess a = instance("a");
                JavaProcess b = instance("b");
                JavaProcess balancer =
                        new JavaProcess(Balancer.class, Integer.toString(a.port()), Integer.toString(b.port()));
                JavaProcess client =
                        new JavaProcess(OrderClient.class, Integer.toString(balancer.port()), log.toString())) {
            Path pidFile = Files.writeString(directory.resolve("b.pid"), b.pid() + "\n");
            DrillProcess drill = new DrillProcess(
                    List.of(home.resolve("muster").toString()),
                    home.resolve("bench/drills/partial.yaml"),
                    directory.resolve("runs"),
                    Map.of(
                            "MUSTER_POLICY",
                            home.resolve("bench/drills/policy.yaml").toString()),
                    List.of("--var", "PORT=" + client.port(), "--var", "PID_FILE=" + pidFile));
            drill.await();
            return new Pair(measured(drill), OrderLog.read(log, "b"));
        }
    }

    private static Interval measured(DrillProcess drill) {
        Assessment assessment = new RunReader(drill.run()).assessment().orElseThrow();
        return assessment.findings(ObjectiveJudged.class).stream()
                .filter(judged -> judged.kind().equals("recoveryTime"))
                .flatMap(judged -> judged.measured().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no interval: " + assessment));
    }
}
