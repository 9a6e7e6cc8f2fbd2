package dev.musterpoint.verifiers.probe;

import java.security.Security;

/** Resolves host names anew each time, so that a change of DNS is seen when it happens. */
public final class FreshNames {
    private FreshNames() {}

    /**
     * Turns off Java's cache of names, in which an address stays for 30 s and a failure for 10 s. Works only before the first
     * name of the process is resolved; so it is to be called first thing.
     */
    public static void use() {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }
}
