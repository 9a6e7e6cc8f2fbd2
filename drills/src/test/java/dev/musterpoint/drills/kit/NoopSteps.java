package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Outputs;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.StepProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The step {@code noop}: takes the time in its parameter {@code takes}, fails with {@code fails}, and pays no heed to
 * cancellation when {@code deaf}.
 */
public final class NoopSteps implements StepProvider, StepExecutor {
    public static final String TYPE = "noop";

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.optional("text", ParameterType.TEXT, "none", "A text"),
            Parameter.optional("number", ParameterType.INTEGER, "none", "A number"),
            Parameter.optional("words", ParameterType.TEXT_LIST, "none", "Words"),
            Parameter.optional("query", ParameterType.STATEMENT, "none", "A statement"),
            Parameter.optional("url", ParameterType.URL, "none", "An address"));

    private final VirtualTime time;
    private final Map<String, Params> given = new HashMap<>();
    private final List<String> done = new ArrayList<>();

    public NoopSteps(VirtualTime time) {
        this.time = time;
    }

    /** The names of the steps that were done, in order. */
    public List<String> done() {
        return List.copyOf(done);
    }

    /** The parameters that a step was given, with all outputs of earlier ones in their places. */
    public Params given(String step) {
        return given.get(step);
    }

    /** Publishes each declared output's {@code value}, unless it has none. */
    @Override
    public String execute(RunbookStep.Automated step, ProbeStates probes, Cancellation cancellation, Outputs outputs) {
        given.put(step.name(), step.params());
        String said = execute(step, probes, cancellation);
        step.outputs()
                .forEach(output ->
                        output.from().find("value").ifPresent(value -> outputs.publish(output.name(), value)));
        return said;
    }

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(TYPE, "Nothing.", PARAMETERS, List.of()));
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
