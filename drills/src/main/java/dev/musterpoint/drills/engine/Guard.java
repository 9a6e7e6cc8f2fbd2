package dev.musterpoint.drills.engine;

/** The watchdog's life, as the engine sees it. */
public interface Guard extends AutoCloseable {
    /** No watchdog: for tests, and for what changes nothing. */
    Guard NONE = new Guard() {
        @Override
        public long start() {
            return 0;
        }

        @Override
        public void close() {
            // Nothing was started.
        }
    };

    /**
     * Starts the watchdog and waits until it is warm and waits on the run's lock.
     *
     * @return its pid
     * @throws IllegalStateException when it does not come up; then nothing may be changed
     */
    long start();

    /** Waits for the watchdog to see that the run is over. */
    @Override
    void close();
}
