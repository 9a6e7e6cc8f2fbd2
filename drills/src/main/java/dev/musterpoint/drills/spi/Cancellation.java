package dev.musterpoint.drills.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Tells work under way that it is no longer wanted. Thread-safe; actions run once, on the cancelling thread. */
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs {@code action} when cancelled; at once if that has happened. */
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        runAll(due);
    }

    /** One action that fails keeps none of the others from being run. */
    private static void runAll(List<Runnable> due) {
        RuntimeException first = null;
        for (Runnable action : due) {
            try {
                action.run();
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("no longer wanted");
        }
    }
}
