package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.spec.WorkloadSpec;
import dev.musterpoint.drills.spi.Ledger;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.Workload;
import dev.musterpoint.drills.spi.WorkloadProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The workload {@code noop}: writes a few lines at once when started and reads the same rows back. */
public final class NoopWorkload implements WorkloadProvider, Workload, UndoHandler {
    public static final String TYPE = "noop";

    private static final int WRITES = 3;

    private final VirtualTime time;
    private final List<String> calls = new ArrayList<>();
    private Duration readBackTakes = Duration.ZERO;
    private Duration stopTakes = Duration.ZERO;
    private String thrownBy = "";
    private Throwable thrown;
    private boolean table;

    public NoopWorkload(VirtualTime time) {
        this.time = time;
    }

    /** {@code method} throws {@code what}, a runtime exception or an error. */
    public NoopWorkload throwing(String method, Throwable what) {
        thrownBy = method;
        thrown = what;
        return this;
    }

    public NoopWorkload slowReadBack(Duration duration) {
        readBackTakes = duration;
        return this;
    }

    public NoopWorkload slowStop(Duration duration) {
        stopTakes = duration;
        return this;
    }

    /** The methods called, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public boolean hasTable() {
        return table;
    }

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(TYPE, "Nothing.", List.of(), List.of()));
    }

    @Override
    public Workload workload(WorkloadSpec spec, Toolbox toolbox) {
        called("workload");
        return this;
    }

    @Override
    public UndoHandler undo(String type, Toolbox toolbox) {
        return this;
    }

    @Override
    public UndoRecord prepare() {
        called("prepare");
        return new UndoRecord(
                "workload-ledger",
                "workload:" + TYPE,
                "ledger",
                "muster/ledger",
                UndoKind.AUTO,
                Duration.ZERO,
                Map.of(),
                "noop --drop ledger");
    }

    @Override
    public void create() {
        called("create");
        table = true;
    }

    @Override
    public void start(Ledger ledger) {
        called("start");
        for (int i = 0; i < WRITES; i++) {
            WriteId id = new WriteId(0, i, 0);
            ledger.attempt(new WriteAttempt(id, time.now(), "00c0ffee"));
            ledger.answer(new WriteAnswer(id, time.now(), WriteOutcome.ACKNOWLEDGED, "", "db/primary"));
        }
    }

    @Override
    public void stop() {
        called("stop");
        time.pause(stopTakes);
    }

    @Override
    public String readBack(Consumer<ReadBackRow> each) {
        called("readBack");
        time.pause(readBackTakes);
        for (int i = 0; i < WRITES; i++) {
            each.accept(new ReadBackRow(new WriteId(0, i, 0), "00c0ffee", true));
        }
        return "db/primary";
    }

    @Override
    public void close() {
        called("close");
    }

    @Override
    public void recover(UndoRecord undo) {
        called("recover");
        table = false;
    }

    @Override
    public Residue inspect(UndoRecord undo) {
        called("inspect");
        return table ? Residue.left("the table is still there") : Residue.none("the table is gone");
    }

    private void called(String method) {
        calls.add(method);
        if (method.equals(thrownBy)) {
            Thrower.throwAsIs(thrown);
        }
    }
}
