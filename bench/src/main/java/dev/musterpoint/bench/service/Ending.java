package dev.musterpoint.bench.service;

import java.io.IOException;

/** Ends this process when whoever started it ends, or closes its input. */
public final class Ending {
    private Ending() {}

    /** Begins to watch the input. */
    public static void withInput() {
        Thread watch = new Thread(Ending::watch);
        watch.setDaemon(true);
        watch.start();
    }

    private static void watch() {
        try {
            while (System.in.read() >= 0) {
                // Only its end means something.
            }
        } catch (IOException e) {
            // Whoever started this is gone.
        }
        Runtime.getRuntime().halt(0);
    }
}
