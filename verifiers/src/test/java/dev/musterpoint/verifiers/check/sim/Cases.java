package dev.musterpoint.verifiers.check.sim;

import java.util.function.LongConsumer;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs the random cases of a family: {@code -Dmuster.cases} of them, or the one that {@code -Dmuster.replay} names as
 * {@code family:index}. A case that fails says how to run it again alone.
 */
final class Cases {
    private static final int COUNT = Integer.getInteger("muster.cases", 200);
    private static final String REPLAY = System.getProperty("muster.replay", "");

    private Cases() {}

    static int count() {
        return REPLAY.isEmpty() ? COUNT : 1;
    }

    static void run(String family, LongConsumer check) {
        if (!REPLAY.isEmpty()) {
            Assumptions.assumeTrue(REPLAY.startsWith(family + ":"), "another family is replayed");
            one(family, Long.parseLong(REPLAY.substring(family.length() + 1)), check);
            return;
        }
        for (long index = 0; index < COUNT; index++) {
            one(family, index, check);
        }
    }

    private static void one(String family, long index, LongConsumer check) {
        try {
            check.accept(index);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("replay with -Dmuster.replay=" + family + ":" + index + "\n" + e.getMessage(), e);
        }
    }
}
