package dev.musterpoint.bench.proxy;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Injection;
import java.util.Map;

/**
 * An injection that nobody stops.
 *
 * @param begun runs when it says that it begins
 */
record Unstopped(Runnable begun) implements Injection {
    @Override
    public void begins() {
        begun.run();
    }

    @Override
    public Cancellation cancellation() {
        return new Cancellation();
    }

    @Override
    public void amend(Map<String, String> data) {
        // Nothing becomes known later.
    }
}
