package dev.musterpoint.drills.spi;

/** One injection under way, as its injector sees it. */
public interface Injection extends UndoSink {
    /**
     * From now on the target is acted on: T0⁻ is taken. What only makes ready (a client, a helper process) belongs before
     * this, so that it does not widen the interval. The first call counts; without one T0⁻ is when the injector was called.
     */
    void begins();

    /** Tells when the injection is no longer wanted. */
    Cancellation cancellation();
}
