package dev.musterpoint.drills.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RealWaitingTests {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    private final RealWaiting waiting = new RealWaiting();

    @Test
    void givesWhatTheCallGaveOrThrew() throws Exception {
        assertThat(waiting.within(AMPLE, () -> 7)).isEqualTo(7);
        assertThatThrownBy(() -> waiting.within(AMPLE, () -> {
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> waiting.within(AMPLE, () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void interruptsACallThatDoesNotComeBack() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> waiting.within(Duration.ofMillis(20), () -> {
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                    } finally {
                        interrupted.countDown();
                    }
                }))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("it had not come back after 20 ms");
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anInterruptOfTheCallerDoesNotCutTheCallShort() throws Exception {
        Thread.currentThread().interrupt();
        assertThat(waiting.within(AMPLE, () -> 7)).isEqualTo(7);
        assertThat(Thread.interrupted()).isTrue();
    }
}
