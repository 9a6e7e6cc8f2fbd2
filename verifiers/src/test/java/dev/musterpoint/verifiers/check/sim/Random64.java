package dev.musterpoint.verifiers.check.sim;

import java.util.List;
import java.util.SplittableRandom;

/** A seeded source of scripted chance; times in nanoseconds. */
final class Random64 {
    static final long MS = 1_000_000L;
    static final long S = 1_000 * MS;

    private final SplittableRandom source;

    Random64(String family, long index) {
        long seed = 0;
        for (char each : family.toCharArray()) {
            seed = seed * 1_000_003 + each;
        }
        source = new SplittableRandom(seed * 2_862_933_555_777_941_757L + index);
    }

    /** From {@code least} up to {@code most}, both included. */
    long between(long least, long most) {
        return least >= most ? least : source.nextLong(least, most + 1);
    }

    long ms(long least, long most) {
        return between(least * MS, most * MS);
    }

    int times(int least, int most) {
        return (int) between(least, most);
    }

    double share() {
        return source.nextDouble();
    }

    boolean chance(double share) {
        return source.nextDouble() < share;
    }

    <T> T oneOf(List<T> all) {
        return all.get(times(0, all.size() - 1));
    }
}
