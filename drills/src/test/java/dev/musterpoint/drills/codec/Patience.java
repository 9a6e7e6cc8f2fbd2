package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/** Bounds work by its processor time, which a busy machine does not stretch as it stretches the time on the wall. */
final class Patience {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Patience() {}

    /** What {@code work} gives, which must take this thread no more than {@code most}. */
    static <T> T within(Duration most, String what, Supplier<T> work) {
        long before = THREADS.getCurrentThreadCpuTime();
        T result = work.get();
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before))
                .as("processor time of %s", what)
                .isLessThanOrEqualTo(most);
        return result;
    }
}
