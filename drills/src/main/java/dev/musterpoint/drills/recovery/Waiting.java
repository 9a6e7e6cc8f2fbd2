package dev.musterpoint.drills.recovery;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/** Lets time pass for the calling thread, and no more of it than allowed; virtual in tests. */
public interface Waiting {
    void pause(Duration duration) throws InterruptedException;

    /**
     * Makes a call that may never come back, elsewhere, and waits for it. An interrupt of the caller does not cut it short.
     *
     * @throws TimeoutException when it had not come back after {@code limit}: it is told so, and left to itself
     * @throws Exception        what the call threw
     */
    <T> T within(Duration limit, Callable<T> call) throws Exception;
}
