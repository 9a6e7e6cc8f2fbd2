package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Operator;
import java.time.Duration;

/** A person who confirms each manual step after the same time. */
public record ScriptedOperator(VirtualTime time, String name, Duration thinksFor) implements Operator {
    @Override
    public boolean isPresent() {
        return true;
    }

    @Override
    public String confirm(RunbookStep.Manual step, Cancellation cancellation) {
        time.spend(thinksFor, cancellation);
        return name;
    }
}
