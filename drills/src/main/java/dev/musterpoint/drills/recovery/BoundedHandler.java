package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.UndoHandler;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/** A handler whose calls come to an end, so that one that hangs does not keep the others' faults in place. */
final class BoundedHandler implements UndoHandler {
    private final UndoHandler handler;
    private final Waiting waiting;

    BoundedHandler(UndoHandler handler, Waiting waiting) {
        this.handler = handler;
        this.waiting = waiting;
    }

    /** A call that did not come back: it may still be at work, so it is not made again, and nothing read now proves anything. */
    static final class Stuck extends InjectionException {
        private static final long serialVersionUID = 1L;

        private Stuck(String message, Throwable cause) {
            super(message, cause);
        }
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        within(undo, "undoing it", () -> {
            handler.recover(undo);
            return null;
        });
    }

    @Override
    public Residue inspect(UndoRecord undo) throws InjectionException {
        return within(undo, "looking for what is left of it", () -> handler.inspect(undo));
    }

    @Override
    public Duration inFlight() {
        return handler.inFlight();
    }

    private <T> T within(UndoRecord undo, String what, Callable<T> call) throws InjectionException {
        Duration limit = handler.longest(undo);
        try {
            return waiting.within(limit, call);
        } catch (TimeoutException e) {
            throw new Stuck(what + ": " + e.getMessage(), e);
        } catch (InjectionException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new InjectionException(what + ": " + e, e);
        }
    }
}
