package dev.musterpoint.injectors.toxiproxy;

import java.time.Duration;

/** How long calls of the API may take. */
final class ProxyCalls {
    /** How long a request whose sender died may still be on its way. */
    static final Duration IN_FLIGHT = Duration.ofSeconds(3);

    /** One call for undoing: a few requests, each given up after 5 s. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private ProxyCalls() {}
}
