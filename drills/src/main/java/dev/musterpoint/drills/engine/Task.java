package dev.musterpoint.drills.engine;

import java.util.Optional;

/** Work that runs elsewhere, as the run's thread sees it. Touched by that thread alone. */
public final class Task<T> {
    private boolean done;
    private T value;
    private Throwable error;
    private Runnable then = () -> {};

    /** Called on the run's thread when the work ended; {@code error} is null when it succeeded. */
    public void complete(T result, Throwable failure) {
        done = true;
        value = result;
        error = failure;
        then.run();
    }

    /** Runs {@code next} on the run's thread once the task is done. */
    public void whenDone(Runnable next) {
        if (done) {
            next.run();
        } else {
            then = next;
        }
    }

    public boolean isDone() {
        return done;
    }

    /** What went wrong; empty while it runs and when it succeeded. */
    public Optional<Throwable> error() {
        return Optional.ofNullable(error);
    }

    /** The result. @throws IllegalStateException when there is none */
    public T value() {
        if (!done || error != null) {
            throw new IllegalStateException("the task has no result", error);
        }
        return value;
    }

    /** The error's message in a few words; empty when there was none. */
    public String message() {
        if (error == null) {
            return "";
        }
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }
}
