package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.time.Duration;
import java.util.List;

/** The probe {@code noop}: always answers at once and correctly. */
public final class NoopProbes implements ProbeProvider, Probe {
    public static final String TYPE = "noop";

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(TYPE, "Nothing.", List.of(), List.of()));
    }

    @Override
    public Probe probe(ProbeSpec spec, Toolbox toolbox) {
        return this;
    }

    @Override
    public FailureMode failureMode(String type) {
        return FailureMode.TOTAL;
    }

    @Override
    public int inFlight(String type) {
        return 64;
    }

    @Override
    public Answer attempt(long tick, int slot, Duration timeout, Cancellation cancellation) {
        return Answer.correct("noop");
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
