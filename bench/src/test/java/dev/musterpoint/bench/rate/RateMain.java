package dev.musterpoint.bench.rate;

import com.sun.management.OperatingSystemMXBean;
import dev.musterpoint.bench.service.JavaProcess;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.Segment;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.verifiers.probe.OpenLoopScheduler;
import dev.musterpoint.verifiers.probe.http.HttpProbeProvider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Asks a server that costs next to nothing at growing rates, and records every answer on disk as a run does. Prints how late
 * attempts started, and the processor time that they took.
 */
public final class RateMain {
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final List<Load> LOADS = List.of(
            new Load(100, Duration.ofMillis(200), 1, "fresh"),
            new Load(100, Duration.ofMillis(200), 1, "pooled"),
            new Load(100, Duration.ofMillis(100), 1, "pooled"),
            new Load(100, Duration.ofMillis(100), 5, "pooled"),
            new Load(100, Duration.ofMillis(10), 1, "pooled"));

    private final SystemRunClock clock = new SystemRunClock();
    private final Path directory = Files.createTempDirectory("rate-");

    private RateMain() throws IOException {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        RateMain main = new RateMain();
        System.out.printf(
                "%-36s %9s %9s %8s %27s %15s%n",
                "probes", "asked /s", "made /s", "not good", "slip p50 / p99 / max [ms]", "cores (server)");
        for (Load load : LOADS) {
            main.measure(load);
        }
    }

    private void measure(Load load) throws Exception {
        Slips slips = new Slips((int) (2 * load.perSecond() * MEASURED.toSeconds()));
        List<Segment<Observation>> segments = new ArrayList<>();
        try (JavaProcess server = new JavaProcess(FixedAnswers.class);
                OpenLoopScheduler scheduler = OpenLoopScheduler.of(clock)) {
            Path run = Files.createTempDirectory(directory, "run-");
            for (int i = 0; i < load.probes(); i++) {
                ProbeSpec spec = load.probe(i, "http://127.0.0.1:" + server.port() + "/");
                Segment<Observation> segment =
                        Segment.create(run, RunDirectory.observations(spec.name()), Observation.class, new Redactor());
                segments.add(segment);
                scheduler.start(spec, new HttpProbeProvider().probe(spec, toolbox(run)), observation -> {
                    segment.append(observation);
                    slips.add(observation);
                });
                // Probes of a run start one after the other too; together they would all be due at the same instants.
                Thread.sleep(Math.max(1, load.every().toMillis() / load.probes()));
            }
            Thread.sleep(WARM_UP.toMillis());
            slips.clear();
            Duration ours = own();
            Duration theirs = server.processorTime();
            Thread.sleep(MEASURED.toMillis());
            print(load, slips, own().minus(ours), server.processorTime().minus(theirs));
        }
        segments.forEach(Segment::seal);
    }

    private Toolbox toolbox(Path run) {
        return new Toolbox(
                "bench",
                run,
                name -> {
                    throw new IllegalArgumentException(name);
                },
                clock,
                new Redactor());
    }

    private static Duration own() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    private static void print(Load load, Slips slips, Duration ours, Duration theirs) {
        double seconds = MEASURED.toNanos() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-36s %9.0f %9.0f %8d %8.2f / %6.2f / %6.1f %7.2f (%.2f)%n",
                load,
                load.perSecond(),
                slips.count() / seconds,
                slips.notGood(),
                slips.quantile(0.5),
                slips.quantile(0.99),
                slips.quantile(1),
                ours.toNanos() / 1e9 / seconds,
                theirs.toNanos() / 1e9 / seconds);
    }
}
