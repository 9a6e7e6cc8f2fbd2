package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spi.RunClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The machine's clocks. The one place in production that reads them. */
public final class SystemRunClock implements RunClock {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path SUSPENDS = Path.of("/sys/power/suspend_stats/success");

    private final long start = System.nanoTime();

    @Override
    public Moment now() {
        return new Moment(System.nanoTime() - start);
    }

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public ClockIdentity identity() {
        return new ClockIdentity(read(BOOT_ID, "unknown"), Long.parseLong(read(SUSPENDS, "0")));
    }

    private static String read(Path file, String otherwise) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return otherwise;
        }
    }
}
