package dev.musterpoint.verifiers.check.sim;

import dev.musterpoint.verifiers.check.sim.Spell.Trouble;

/** Writes one lane's life after the fault, from left to right. Nanoseconds. */
final class Script {
    private final Service service;
    private final long limit;
    private final Random64 random;
    private long cursor;

    Script(Service service, long limit, long fault, Random64 random) {
        this.service = service;
        this.limit = limit;
        this.random = random;
        cursor = fault;
    }

    Service service() {
        return service;
    }

    /** Where writing has got to. */
    long cursor() {
        return cursor;
    }

    /** All is well for {@code length}. */
    Script well(long length) {
        cursor += length;
        return this;
    }

    /** Every request meets {@code trouble} for {@code length}. */
    Script down(Trouble trouble, long length) {
        return partly(trouble, 1, length);
    }

    /** Each request meets {@code trouble} with a chance of {@code share}. */
    Script partly(Trouble trouble, double share, long length) {
        service.add(new Spell(cursor, cursor + length, share, trouble, latency(trouble)));
        cursor += length;
        return this;
    }

    private long latency(Trouble trouble) {
        return switch (trouble) {
            case ERROR -> random.between(Random64.MS, limit * 2);
            case SLOW -> limit + random.between(Random64.MS, limit);
            case QUEUE -> random.between(Random64.MS, limit / 10);
            case HANG -> 0;
        };
    }

    /** Requests under way right now die; half the time with a reset, else without a word. */
    Script inFlightDie() {
        service.dies(cursor, random.chance(0.5));
        return this;
    }
}
