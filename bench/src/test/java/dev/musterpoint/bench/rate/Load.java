package dev.musterpoint.bench.rate;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** So many probes, each asked so often. */
record Load(int probes, Duration every, int perTick, String connections) {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int IN_FLIGHT = 32;

    double perSecond() {
        return 1e9 / every.toNanos() * probes * perTick;
    }

    ProbeSpec probe(int number, String url) {
        return new ProbeSpec(
                "probe-" + number,
                "http",
                Optional.empty(),
                every,
                TIMEOUT,
                TIMEOUT,
                perTick,
                IN_FLIGHT,
                new Params(Map.of("url", url, "connections", connections)));
    }

    @Override
    public String toString() {
        return probes + " x " + perTick + " every " + every.toMillis() + " ms, " + connections;
    }
}
