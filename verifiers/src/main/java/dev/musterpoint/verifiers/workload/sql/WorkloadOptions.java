package dev.musterpoint.verifiers.workload.sql;

import dev.musterpoint.connections.postgres.TableName;
import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Rate;
import java.time.Duration;

/**
 * How a workload writes.
 *
 * @param writers  how many connections write at once
 * @param rate     of all writers together
 * @param timeout  after which a write is given up
 * @param attempts the most attempts at one sequence number; each but the first follows one that was not acknowledged
 */
record WorkloadOptions(TableName table, int writers, Rate rate, Duration timeout, int attempts) {
    static final String DEFAULT_TABLE = "musterpoint_ledger";
    static final int DEFAULT_WRITERS = 4;
    static final Rate DEFAULT_RATE = new Rate(200);
    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

    private static final int MOST_WRITERS = 200;
    private static final double NANOS = 1e9;

    WorkloadOptions {
        Checks.atLeast(writers, 1, "writers");
        Checks.positive(timeout, "timeout");
        Checks.atLeast(attempts, 1, "attempts");
        if (writers > MOST_WRITERS) {
            throw new IllegalArgumentException("writers must be at most " + MOST_WRITERS + ", not " + writers);
        }
    }

    static WorkloadOptions of(Params params) {
        return new WorkloadOptions(
                new TableName(params.text("table", DEFAULT_TABLE)),
                params.integer("writers", DEFAULT_WRITERS),
                params.rate("rate", DEFAULT_RATE),
                params.duration("timeout", DEFAULT_TIMEOUT),
                params.integer("attempts", 1));
    }

    /** The time between two writes of one writer. */
    Duration interval() {
        return Duration.ofNanos(Math.round(NANOS * writers / rate.perSecond()));
    }
}
