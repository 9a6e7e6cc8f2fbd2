package dev.musterpoint.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.sandbox.postgres.PairOptions.Replication;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairOptionsTests {
    @Test
    void replicatesAsynchronouslyUnlessTold() {
        assertThat(PairOptions.of(new Params(Map.of("name", "postgres-pair"))))
                .isEqualTo(new PairOptions(Replication.ASYNC, Duration.ZERO));
    }

    @Test
    void readsADelay() {
        Params params = new Params(Map.of("name", "postgres-pair", "replication", "delayed", "delay", "50ms"));

        assertThat(PairOptions.of(params)).isEqualTo(new PairOptions(Replication.DELAYED, Duration.ofMillis(50)));
    }

    @Test
    void refusesADelayThatWouldDoNothing() {
        Params params = new Params(Map.of("name", "postgres-pair", "replication", "sync", "delay", "50ms"));

        assertThatThrownBy(() -> PairOptions.of(params)).hasMessageContaining("delayed only");
    }

    @Test
    void refusesASandboxThatDoesNotExist() {
        assertThatThrownBy(() -> PairOptions.of(new Params(Map.of("name", "oracle"))))
                .hasMessageContaining("postgres-pair");
    }

    @Test
    void knowsTheMachinesItHasBinariesFor() {
        assertThat(Platform.of("Linux", "amd64")).contains(Platform.AMD64);
        assertThat(Platform.of("Linux", "aarch64")).contains(Platform.ARM64);
        assertThat(Platform.of("Linux", "s390x")).isEmpty();
        assertThat(Platform.of("Mac OS X", "aarch64")).isEmpty();
    }
}
