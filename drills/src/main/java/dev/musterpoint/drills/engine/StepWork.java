package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.planning.PolicyReach;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ReferringText;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.RunbookStep.Manual;
import dev.musterpoint.drills.spec.StepOutput;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Operator;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What doing one step is, whichever list it stands in: asking the person, or the executor of its type. Thread-safe. */
final class StepWork {
    private static final String RUNNER = "runner";
    private static final String SECRET = "[secret]";

    private final DrillPlan plan;
    private final RunPorts ports;
    private final Toolbox toolbox;
    private final ProbeStates probes;
    private final Filling filling;

    StepWork(DrillPlan plan, RunPorts ports, Toolbox toolbox, ProbeStates probes, Filling filling) {
        this.plan = plan;
        this.ports = ports;
        this.toolbox = toolbox;
        this.probes = probes;
        this.filling = filling;
    }

    Operator operator() {
        return ports.operator();
    }

    Callable<Done> of(RunbookStep step, Cancellation cancellation) {
        if (step instanceof Automated automated) {
            return () -> execute(automated, cancellation);
        }
        return () -> new Done(ports.operator().confirm((Manual) step, cancellation), "confirmed", Map.of());
    }

    private Done execute(Automated step, Cancellation cancellation) throws Exception {
        StepExecutor executor = ports.catalogue().steps().get(step.type()).executor(step.type(), toolbox);
        Map<String, String> outputs = new LinkedHashMap<>();
        String said = executor.execute(filled(step), probes, cancellation, outputs::put);
        for (StepOutput output : step.outputs()) {
            if (!outputs.containsKey(output.name())) {
                throw new IllegalStateException("its output '" + output.name() + "' was not published");
            }
        }
        return new Done(RUNNER, said, outputs);
    }

    private Automated filled(Automated step) {
        if (ReferringText.in(step.params()).isEmpty()) {
            return step;
        }
        Params params = filling.fill(
                step.params(),
                ports.catalogue()
                        .steps()
                        .info(step.type())
                        .map(TypeInfo::parameters)
                        .orElse(List.of()));
        Automated filled = step.with(params);
        PolicyReach.objection(plan, ports.catalogue(), filled).ifPresent(objection -> {
            throw new IllegalStateException(objection);
        });
        return filled;
    }

    /**
     * Makes what a step published known to later ones, but for a step that was given up.
     *
     * @return what may be written down of it
     */
    Map<String, String> publish(RunbookStep step, Done done) {
        filling.publish(step.name(), done.outputs());
        Map<String, String> shown = new LinkedHashMap<>(done.outputs());
        if (step instanceof Automated automated) {
            automated.outputs().stream().filter(StepOutput::secret).forEach(output -> {
                toolbox.redactor().protect(done.outputs().get(output.name()));
                shown.put(output.name(), SECRET);
            });
        }
        return shown;
    }

    /** Who did a step, what was done, and what came of it. */
    record Done(String by, String what, Map<String, String> outputs) {}
}
