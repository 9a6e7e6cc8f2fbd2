package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.RunbookStep.Manual;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Operator;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.concurrent.Callable;

/** What doing one step is, whichever list it stands in: asking the person, or the executor of its type. Thread-safe. */
final class StepWork {
    private static final String RUNNER = "runner";

    private final RunPorts ports;
    private final Toolbox toolbox;
    private final ProbeStates probes;

    StepWork(RunPorts ports, Toolbox toolbox, ProbeStates probes) {
        this.ports = ports;
        this.toolbox = toolbox;
        this.probes = probes;
    }

    Operator operator() {
        return ports.operator();
    }

    Callable<Done> of(RunbookStep step, Cancellation cancellation) {
        if (step instanceof Automated automated) {
            return () -> {
                StepExecutor executor =
                        ports.catalogue().steps().get(automated.type()).executor(automated.type(), toolbox);
                return new Done(RUNNER, executor.execute(automated, probes, cancellation));
            };
        }
        return () -> new Done(ports.operator().confirm((Manual) step, cancellation), "confirmed");
    }

    /** Who did a step, and what was done. */
    record Done(String by, String what) {}
}
