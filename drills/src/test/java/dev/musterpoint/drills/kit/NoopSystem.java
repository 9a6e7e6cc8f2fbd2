package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemHistory;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.SystemProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.UndoSink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system {@code noop}: a sandbox, unless told otherwise, that is open or not. */
public final class NoopSystem implements SystemProvider, UndoHandler {
    public static final String TYPE = "noop";

    private final VirtualTime time;
    private final List<String> calls = new ArrayList<>();
    private boolean sandbox = true;
    private boolean open;
    private Duration takes = Duration.ZERO;
    private Throwable openFails;
    private Optional<Noting> noting = Optional.empty();

    public NoopSystem(VirtualTime time) {
        this.time = time;
    }

    /** It exists already and is only connected to. */
    public NoopSystem existing() {
        sandbox = false;
        return this;
    }

    /** Opening takes this long and can be cancelled. */
    public NoopSystem slow(Duration duration) {
        takes = duration;
        return this;
    }

    public NoopSystem openFails(Throwable error) {
        openFails = error;
        return this;
    }

    /** What it says when it is asked what it noted; may fail or take its time. */
    public interface Noting {
        SystemHistory history(List<Target> targets, Instant from) throws Exception;
    }

    /** It notes things itself. */
    public NoopSystem noting(Noting answer) {
        noting = Optional.of(answer);
        return this;
    }

    @Override
    public Optional<SystemHistory> history(
            SystemSpec spec, List<Target> targets, Instant from, Toolbox toolbox, Cancellation cancellation)
            throws Exception {
        return noting.isEmpty() ? Optional.empty() : Optional.of(noting.get().history(targets, from));
    }

    public boolean isOpen() {
        return open;
    }

    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(TYPE, "Nothing.", List.of(), List.of()));
    }

    @Override
    public SystemFacts describe(SystemSpec spec) {
        return new SystemFacts(spec.name(), TYPE, sandbox, Map.of(), List.of());
    }

    @Override
    public Optional<UndoRecord> prepare(SystemSpec spec, Toolbox toolbox) {
        calls.add("prepare");
        return Optional.of(spec)
                .filter(s -> sandbox)
                .map(s -> new UndoRecord(
                        "system-" + s.name(),
                        "system:" + TYPE,
                        s.name(),
                        "muster/" + s.name(),
                        UndoKind.AUTO,
                        Duration.ZERO,
                        Map.of(),
                        "noop --remove " + s.name()));
    }

    @Override
    public SystemFacts open(SystemSpec spec, Toolbox toolbox, UndoSink undo, Cancellation cancellation)
            throws Exception {
        calls.add("open");
        time.spend(takes, cancellation);
        if (openFails instanceof Exception e) {
            throw e;
        }
        if (openFails != null) {
            Thrower.throwAsIs(openFails);
        }
        open = true;
        undo.amend(Map.of("pid", "4711"));
        return new SystemFacts(spec.name(), TYPE, sandbox, Map.of("pid", "4711"), List.of());
    }

    @Override
    public UndoHandler undo(String type, Toolbox toolbox) {
        return this;
    }

    @Override
    public void recover(UndoRecord undo) {
        calls.add("recover " + undo.id());
        open = false;
    }

    @Override
    public Residue inspect(UndoRecord undo) {
        calls.add("inspect " + undo.id());
        return open ? Residue.left("it is still there") : Residue.none("it is gone");
    }
}
