package dev.musterpoint.injectors.toxiproxy;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.time.Duration;

/** What faults in a proxy have in common: one request makes each, and the API that cannot be asked is told of in words. */
abstract class ProxyInjector implements FaultInjector {
    /** How long a request whose sender died may still be on its way. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(3);
    /** One call for undoing: a few requests, each given up after 5 s. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ProxyFault faults;

    ProxyInjector(Toolbox toolbox) {
        this.faults = new ProxyFault(toolbox);
    }

    final ProxyFault faults() {
        return faults;
    }

    /** Makes the fault, once it has told {@code injection} that it begins. */
    abstract void make(PlannedFault fault, Target target, Injection injection) throws InjectionException, IOException;

    abstract void remove(UndoRecord undo) throws IOException;

    abstract Residue look(UndoRecord undo) throws IOException;

    @Override
    public final void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        try {
            make(fault, target, injection);
        } catch (IOException e) {
            throw new InjectionException(e.getMessage(), e);
        }
    }

    @Override
    public final void recover(UndoRecord undo) throws InjectionException {
        try {
            remove(undo);
        } catch (IOException e) {
            throw new InjectionException(e.getMessage() + "; by hand: " + undo.byHand(), e);
        }
    }

    @Override
    public final Residue inspect(UndoRecord undo) {
        try {
            return look(undo);
        } catch (IOException e) {
            return Residue.unreadable(e.getMessage());
        }
    }

    @Override
    public final Duration inFlight() {
        return IN_FLIGHT;
    }

    @Override
    public final Duration longest(UndoRecord undo) {
        return LONGEST;
    }
}
