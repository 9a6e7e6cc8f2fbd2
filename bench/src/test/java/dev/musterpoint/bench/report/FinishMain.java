package dev.musterpoint.bench.report;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.reports.verify.RunVerification;
import dev.musterpoint.reports.verify.VerificationResult;
import dev.musterpoint.shell.run.RunFinisher;
import dev.musterpoint.verifiers.check.Assessor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Judges, renders, seals and verifies a long run, beside reading its bytes alone; to be started with a small heap. */
public final class FinishMain {
    private static final int BUFFER = 1 << 16;

    private FinishMain() {}

    /** Argument: the run's directory. */
    public static void main(String[] arguments) throws IOException {
        RunDirectory run = new RunDirectory(Path.of(arguments[0]).toAbsolutePath());
        SystemRunClock clock = new SystemRunClock();
        long bytes = read(run);
        Moment read = clock.now();
        long lines = parse(run);
        Moment parsed = clock.now();
        Assessment assessment = new RunFinisher(clock, "bench").finish(run);
        Moment finished = clock.now();
        VerificationResult verified = new RunVerification(Assessor.standard()::assess).verify(run);
        Moment verifiedAt = clock.now();
        System.out.printf(
                Locale.ROOT,
                "%d MB; read alone %.2f s, %,d lines parsed alone %.2f s; judged, rendered and sealed: %.2f s (%s);"
                        + " verified: %.2f s (%s)%nheap of %d MB, at most %d MB used; report of %d KB%n",
                bytes >> 20,
                seconds(Moment.START, read),
                lines,
                seconds(read, parsed),
                seconds(parsed, finished),
                assessment.verdict(),
                seconds(finished, verifiedAt),
                verified.holds() ? "intact" : verified.problems().toString(),
                Runtime.getRuntime().maxMemory() >> 20,
                peak() >> 20,
                Files.size(run.report().resolve("report.html")) >> 10);
    }

    private static long read(RunDirectory run) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (String name : run.files()) {
            try (InputStream in = Files.newInputStream(run.path().resolve(name))) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    bytes += n;
                }
            }
        }
        return bytes;
    }

    private static long parse(RunDirectory run) {
        long[] lines = {0};
        RunReader evidence = new RunReader(run);
        evidence.observations("write", each -> lines[0]++);
        evidence.ledger("ledger", each -> lines[0]++);
        evidence.readBack("ledger", 1, each -> lines[0]++);
        return lines[0];
    }

    private static double seconds(Moment from, Moment to) {
        return to.minus(from).toNanos() / 1e9;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
