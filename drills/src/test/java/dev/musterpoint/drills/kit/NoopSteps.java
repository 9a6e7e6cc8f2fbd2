package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.StepProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The step {@code noop}: takes the time in its parameter {@code takes}, fails with {@code fails}, and pays no heed to
 * cancellation when {@code deaf}.
 */
public final class NoopSteps implements StepProvider, StepExecutor {
    public static final String TYPE = "noop";

    private final VirtualTime time;
    private final List<String> done = new ArrayList<>();

    public NoopSteps(VirtualTime time) {
        this.time = time;
    }

    /** The names of the steps that were done, in order. */
    public List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(TYPE, "Nothing.", List.of(), List.of()));
    }

    @Override
    public StepExecutor executor(String type, Toolbox toolbox) {
        return this;
    }

    @Override
    public String execute(RunbookStep.Automated step, ProbeStates probes, Cancellation cancellation) {
        boolean deaf = step.params().flag("deaf", false);
        time.spend(step.params().duration("takes", Duration.ZERO), deaf ? new Cancellation() : cancellation);
        if (step.params().has("fails")) {
            throw new IllegalStateException(step.params().text("fails"));
        }
        done.add(step.name());
        return "done";
    }
}
