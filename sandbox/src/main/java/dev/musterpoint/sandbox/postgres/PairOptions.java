package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.Params;
import java.time.Duration;
import java.util.Locale;

/**
 * How the standby follows the primary.
 *
 * @param delay by how much the standby's stream lags; zero unless {@code DELAYED}
 */
record PairOptions(Replication replication, Duration delay) {
    static final String NAME = "postgres-pair";
    private static final Duration DEFAULT_DELAY = Duration.ofMillis(200);

    PairOptions {
        Checks.notNegative(delay, "delay");
    }

    /** @throws IllegalArgumentException naming the parameter that is wrong */
    static PairOptions of(Params params) {
        if (!params.text("name").equals(NAME)) {
            throw new IllegalArgumentException("there is no sandbox '" + params.text("name") + "'; use " + NAME);
        }
        Replication replication =
                Replication.valueOf(params.text("replication", "async").toUpperCase(Locale.ROOT));
        if (replication != Replication.DELAYED && params.has("delay")) {
            throw new IllegalArgumentException("'delay' is for replication: delayed only");
        }
        return replication == Replication.DELAYED
                ? new PairOptions(replication, Checks.positive(params.duration("delay", DEFAULT_DELAY), "delay"))
                : new PairOptions(replication, Duration.ZERO);
    }

    /** When a commit is acknowledged, and when the standby learns of it. */
    enum Replication {
        /** Acknowledged by the primary alone; the standby follows at once. */
        ASYNC,
        /** Acknowledged once the standby has it on disk. */
        SYNC,
        /** Acknowledged by the primary alone; the standby's stream is held back. */
        DELAYED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
