package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.ProbeStates;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the probes are seeing, kept up to date by their threads and waited on by steps. Thread-safe. */
final class LiveProbeStates implements ProbeStates {
    private static final int KEPT = 200;

    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Deque<Observation>> lately = new HashMap<>();

    LiveProbeStates(Set<String> probes) {
        probes.forEach(probe -> {
            states.put(probe, State.NOTHING);
            lately.put(probe, new ArrayDeque<>());
        });
    }

    synchronized void saw(String probe, boolean good, Observation observation) {
        states.computeIfPresent(probe, (name, state) -> state.after(good, observation.detail()));
        lately.computeIfPresent(probe, (name, last) -> {
            last.addLast(observation);
            if (last.size() > KEPT) {
                last.removeFirst();
            }
            return last;
        });
        notifyAll();
    }

    @Override
    public synchronized State of(String probe) {
        State state = states.get(probe);
        if (state == null) {
            throw new IllegalArgumentException("the drill has no probe '" + probe + "'; it has " + states.keySet());
        }
        return state;
    }

    @Override
    public State await(String probe, Predicate<State> condition, Cancellation cancellation)
            throws InterruptedException {
        cancellation.onCancel(this::wake);
        synchronized (this) {
            while (!condition.test(of(probe))) {
                cancellation.throwIfCancelled();
                wait();
            }
            return of(probe);
        }
    }

    @Override
    public synchronized List<Observation> lately(String probe) {
        of(probe);
        return List.copyOf(lately.get(probe));
    }

    private synchronized void wake() {
        notifyAll();
    }
}
