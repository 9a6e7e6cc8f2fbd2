package dev.musterpoint.bench.report;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.reports.Reports;
import dev.musterpoint.reports.model.RunFacts;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Renders a run of many observations and as many writes; to be started with a small heap. */
public final class RenderMain {
    private RenderMain() {}

    /** Argument: how many observations. */
    public static void main(String[] arguments) throws Exception {
        LongRun run = new LongRun(Long.parseLong(arguments[0]));
        DrillPlan plan = new SamplePlan()
                .recoversWithin(Duration.ofSeconds(30), FailureMode.TOTAL.confirmation())
                .workload()
                .build();
        Path directory = Files.createTempDirectory("render-");
        SystemRunClock clock = new SystemRunClock();
        Map<String, Path> files = new Reports()
                .renderAll(plan, run, assessment(run), new RunFacts("long", "runs/long", "", ""), directory);
        Duration took = clock.now().minus(Moment.START);
        System.out.printf(
                Locale.ROOT,
                "%,d observations and as many writes: %.2f s, heap of %d MB at most %d MB used, HTML of %d KB%n",
                run.length(),
                took.toNanos() / 1e9,
                Runtime.getRuntime().maxMemory() >> 20,
                peak() >> 20,
                Files.size(files.get("html")) >> 10);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static Assessment assessment(LongRun run) {
        Duration outage = run.back().minus(run.fault());
        ObjectiveJudged judged = new ObjectiveJudged(
                "recovers",
                "recoveryTime",
                Verdict.MET,
                Optional.of(Duration.ofSeconds(30)),
                Optional.empty(),
                Optional.of(Interval.of(outage.minusMillis(5), outage.plusMillis(5))),
                "",
                List.of());
        return new Assessment("bench", "long", RunOutcome.COMPLETED, Verdict.MET, CleanUp.CLEAN, List.of(judged));
    }
}
