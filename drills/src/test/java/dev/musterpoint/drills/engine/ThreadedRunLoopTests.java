package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ThreadedRunLoopTests {
    private final ThreadedRunLoop loop = new ThreadedRunLoop(new SystemRunClock());

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void completesTasksOnTheRunsThread() {
        Thread[] threads = {null, null};
        Task<String> task = loop.start("work", () -> {
            threads[0] = Thread.currentThread();
            return "done";
        });
        task.whenDone(() -> threads[1] = Thread.currentThread());
        assertThat(loop.await(task::isDone, Deadlines.NEVER)).isTrue();
        assertThat(task.value()).isEqualTo("done");
        assertThat(threads[0]).isNotSameAs(Thread.currentThread());
        assertThat(threads[1]).isSameAs(Thread.currentThread());
    }

    @Test
    void anInterruptDoesNotCutAWaitShortAndIsNotLost() {
        CountDownLatch go = new CountDownLatch(1);
        Task<String> task = loop.start("work", () -> {
            go.await();
            return "done";
        });
        loop.after(Duration.ofMillis(20), go::countDown);
        Thread.currentThread().interrupt();
        assertThat(loop.await(task::isDone, Deadlines.NEVER)).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void joiningWaitsForTheTaskThoughOtherMessagesFail() {
        CountDownLatch go = new CountDownLatch(1);
        Task<String> task = loop.start("undo", () -> {
            go.await();
            return "undone";
        });
        loop.post(() -> {
            throw new IllegalStateException("no space left on device");
        });
        loop.after(Duration.ofMillis(20), go::countDown);
        assertThatThrownBy(() -> loop.join(task, Deadlines.NEVER)).hasMessage("no space left on device");
        assertThat(task.value()).isEqualTo("undone");
    }

    @Test
    void aRepeatedMessageThatFailsOnceIsRepeatedStill() {
        int[] runs = {0};
        loop.every(Duration.ofMillis(1), () -> {
            if (runs[0]++ == 0) {
                throw new IllegalStateException("once");
            }
        });
        assertThatThrownBy(() -> loop.await(() -> false, Deadlines.NEVER)).hasMessage("once");
        assertThat(loop.await(() -> runs[0] >= 3, Deadlines.NEVER)).isTrue();
    }

    @Test
    void givesUpAtTheDeadline() {
        assertThat(loop.await(() -> false, loop.clock().now().plus(Duration.ofMillis(5))))
                .isFalse();
    }
}
