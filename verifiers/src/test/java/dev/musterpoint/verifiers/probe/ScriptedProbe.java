package dev.musterpoint.verifiers.probe;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Answers as a test says, and remembers what it was asked. */
final class ScriptedProbe implements Probe {
    private final Script script;
    private final List<Cancellation> cancellations = new ArrayList<>();
    private boolean closed;

    @FunctionalInterface
    interface Script {
        Answer answer(long tick, int slot) throws Exception;
    }

    ScriptedProbe(Script script) {
        this.script = script;
    }

    static ScriptedProbe correct() {
        return new ScriptedProbe((tick, slot) -> Answer.correct("primary"));
    }

    @Override
    public Answer attempt(long tick, int slot, Duration timeout, Cancellation cancellation) throws Exception {
        cancellations.add(cancellation);
        return script.answer(tick, slot);
    }

    boolean wasCancelled(int attempt) {
        return cancellations.get(attempt).isCancelled();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
