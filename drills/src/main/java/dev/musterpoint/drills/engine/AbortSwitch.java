package dev.musterpoint.drills.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How a person, a signal or another process stops a run. The first request counts. Thread-safe. */
public final class AbortSwitch {
    private final AtomicReference<AbortRequest> request = new AtomicReference<>();

    /** @return whether this was the first request */
    public boolean request(String by, String reason) {
        return request.compareAndSet(null, new AbortRequest(by, reason));
    }

    public Optional<AbortRequest> requested() {
        return Optional.ofNullable(request.get());
    }

    /** Who stops the run, and why. Also the form of the file through which another process asks. */
    public record AbortRequest(String by, String reason) {}
}
