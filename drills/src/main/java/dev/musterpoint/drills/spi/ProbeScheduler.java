package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.ProbeSpec;
import java.util.function.Consumer;

/** Runs probes in an open loop: attempt i is due at s₀ + iΔ, whatever became of the earlier ones. */
public interface ProbeScheduler extends AutoCloseable {
    /** Starts a probe; each attempt's observation goes to {@code sink} once it is complete, from any thread. */
    Probing start(ProbeSpec spec, Probe probe, Consumer<Observation> sink);

    /** Stops all probes and waits until none is under way. */
    @Override
    void close();

    /** A probe that is running. */
    interface Probing {
        /** s₀: when the first attempt was due. */
        Moment first();

        /** Every attempt that started before this moment has been given to the sink. */
        Moment completeUntil();

        /** Starts no further attempts, waits for those under way (at most the timeout), and closes the probe. */
        void stop();
    }
}
