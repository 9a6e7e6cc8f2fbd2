package dev.musterpoint.verifiers.probe.link;

import dev.musterpoint.drills.spi.Cancellation;

/** An attempt's hold on its connection: cancelling the attempt breaks the connection off, but not once it was let go. */
final class Hold {
    private Link held;
    private boolean broken;

    Hold(Link link, Cancellation cancellation) {
        held = link;
        cancellation.onCancel(this::breakOff);
    }

    private synchronized void breakOff() {
        if (held != null) {
            broken = true;
            held.abort();
        }
    }

    /** Lets go. @return whether the connection was left whole */
    synchronized boolean release() {
        held = null;
        return !broken;
    }
}
