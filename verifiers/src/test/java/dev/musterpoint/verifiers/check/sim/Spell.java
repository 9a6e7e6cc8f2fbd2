package dev.musterpoint.verifiers.check.sim;

/**
 * A time in which a share of the requests sent is not served well.
 *
 * @param share   of requests that meet {@code trouble}, each by chance
 * @param latency of the trouble, where it has one
 */
record Spell(long from, long to, double share, Trouble trouble, long latency) {

    enum Trouble {
        /** Refused after the latency. */
        ERROR,
        /** Never answered. */
        HANG,
        /** Answered correctly, but only after the latency, which is above the limit. */
        SLOW,
        /** Held, and answered when the spell is over and the latency has passed. */
        QUEUE
    }

    /** When requests sent are not good: those queued late enough are answered within the limit. */
    Stretch bad(long limit) {
        return trouble == Trouble.QUEUE ? new Stretch(from, Math.min(to, to + latency - limit)) : new Stretch(from, to);
    }
}
