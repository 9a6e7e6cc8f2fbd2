package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.drills.spi.UndoHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The probe {@code noop}: always answers at once and correctly, and may leave a trace that is to be removed. */
public final class NoopProbes implements ProbeProvider, Probe {
    public static final String TYPE = "noop";

    private final List<String> traces = new ArrayList<>();
    private boolean leaves;

    /** Each probe leaves a trace in its system. */
    public NoopProbes leavesTraces() {
        leaves = true;
        return this;
    }

    /** The probes whose traces are there. */
    public List<String> traces() {
        return List.copyOf(traces);
    }

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(TYPE, "Nothing.", List.of(), List.of()));
    }

    @Override
    public Probe probe(ProbeSpec spec, Toolbox toolbox) {
        if (leaves) {
            traces.add(spec.name());
        }
        return this;
    }

    @Override
    public Optional<UndoRecord> prepare(ProbeSpec spec, Toolbox toolbox) {
        UndoRecord undo = new UndoRecord(
                "probe-" + spec.name(),
                "probe:" + TYPE,
                spec.name(),
                "muster/" + spec.name(),
                UndoKind.AUTO,
                Duration.ZERO,
                Map.of(),
                "noop --forget " + spec.name());
        return Optional.of(undo).filter(any -> leaves);
    }

    @Override
    public UndoHandler undo(String type, Toolbox toolbox) {
        return new UndoHandler() {
            @Override
            public void recover(UndoRecord undo) {
                traces.remove(undo.target());
            }

            @Override
            public Residue inspect(UndoRecord undo) {
                return traces.contains(undo.target()) ? Residue.left("it is there") : Residue.none("it is gone");
            }
        };
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
