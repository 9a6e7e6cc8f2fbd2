package dev.musterpoint.verifiers.probe.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.kit.VirtualTime;
import dev.musterpoint.drills.spi.Cancellation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PooledLinksTests {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private final VirtualTime time = new VirtualTime();
    private final List<Scripted> made = new ArrayList<>();
    private final PooledLinks<Scripted> pool = new PooledLinks<>(this::make, 2, LIFETIME, time);

    private Scripted make() {
        Scripted link = new Scripted(made.size());
        made.add(link);
        return link;
    }

    private static final class Scripted implements Link {
        private final int number;
        private boolean reusable = true;
        private int opened;
        private boolean closed;
        private boolean aborted;

        Scripted(int number) {
            this.number = number;
        }

        @Override
        public void open(Duration timeout) {
            opened++;
        }

        @Override
        public boolean isReusable() {
            return reusable;
        }

        @Override
        public void abort() {
            aborted = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private int use() throws Exception {
        return pool.use(SHORT, new Cancellation(), link -> link.number);
    }

    @Test
    void opensOnceAndLendsTheLongestUnusedFirst() throws Exception {
        pool.use(SHORT, new Cancellation(), first -> use());

        assertThat(List.of(use(), use(), use())).containsExactly(1, 0, 1);
        assertThat(made).hasSize(2).allMatch(link -> link.opened == 1);
    }

    @Test
    void refusesWhenAllStayInUse() throws Exception {
        pool.use(
                SHORT,
                new Cancellation(),
                first -> pool.use(SHORT, new Cancellation(), second -> {
                    assertThatThrownBy(this::use)
                            .isInstanceOf(IOException.class)
                            .hasMessage("all 2 connections of the pool are in use");
                    return null;
                }));
        assertThat(use()).isEqualTo(1);
    }

    @Test
    void keepsAConnectionWhoseWorkFailedIfItIsWhole() throws Exception {
        assertThatThrownBy(() -> pool.use(SHORT, new Cancellation(), link -> {
                    throw new IOException("read only");
                }))
                .hasMessage("read only");

        assertThat(use()).isZero();
        assertThat(made.get(0).closed).isFalse();
    }

    @Test
    void replacesWhatCannotBeReused() throws Exception {
        pool.use(SHORT, new Cancellation(), link -> link.reusable = false);

        assertThat(made.get(0).closed).isTrue();
        assertThat(use()).isEqualTo(1);
    }

    @Test
    void replacesWhatACancellationBrokeOff() throws Exception {
        Cancellation cancellation = new Cancellation();
        pool.use(SHORT, cancellation, link -> {
            cancellation.cancel();
            return null;
        });

        assertThat(made.get(0).aborted).isTrue();
        assertThat(made.get(0).closed).isTrue();
    }

    @Test
    void leavesAConnectionAloneThatWasLetGoBeforeTheCancellation() throws Exception {
        Cancellation late = new Cancellation();
        pool.use(SHORT, late, link -> null);
        late.cancel();

        assertThat(made.get(0).aborted).isFalse();
        assertThat(use()).isZero();
    }

    @Test
    void replacesWhatHasGrownOld() throws Exception {
        use();
        time.pause(LIFETIME);

        assertThat(use()).isEqualTo(1);
        assertThat(made.get(0).closed).isTrue();
    }

    @Test
    void closesTheIdleAtOnceAndTheOthersAfterTheirUse() throws Exception {
        pool.use(SHORT, new Cancellation(), first -> {
            use();
            pool.close();
            assertThat(made.get(1).closed).isTrue();
            assertThat(first.closed).isFalse();
            return null;
        });

        assertThat(made.get(0).closed).isTrue();
    }
}
