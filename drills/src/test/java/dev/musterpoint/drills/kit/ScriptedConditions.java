package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.Holds;
import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spi.Condition;
import dev.musterpoint.drills.spi.Condition.Answer;
import dev.musterpoint.drills.spi.ConditionProvider;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Conditions of type {@code noop} that are as the script says, look by look; the last word stays. */
public final class ScriptedConditions implements ConditionProvider {
    public static final String TYPE = "noop";

    private final VirtualTime time;
    private final Deque<Answer> script = new ArrayDeque<>(List.of(Answer.of(true, "it is so")));
    private Duration taking = Duration.ZERO;
    private String fails = "";
    private int looks;

    public ScriptedConditions(VirtualTime time) {
        this.time = time;
    }

    /** What one look after another finds, each with the sentence {@code it is YES} and so on. */
    public ScriptedConditions answers(Holds... answers) {
        script.clear();
        for (Holds holds : answers) {
            script.add(new Answer(holds, "it is " + holds));
        }
        return this;
    }

    /** Each look takes so long. */
    public ScriptedConditions slow(Duration duration) {
        taking = duration;
        return this;
    }

    public ScriptedConditions failing(String message) {
        fails = message;
        return this;
    }

    public int looks() {
        return looks;
    }

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(
                TYPE,
                "is as a script says",
                List.of(
                        Parameter.optional("member", ParameterType.TEXT, "none", "the member"),
                        Parameter.optional("probe", ParameterType.TEXT, "none", "the probe")),
                List.of()));
    }

    @Override
    public Condition condition(ConditionSpec spec, Toolbox toolbox, ProbeStates probes) {
        return (timeout, cancellation) -> {
            looks++;
            time.pause(taking);
            if (!fails.isEmpty()) {
                throw new IllegalStateException(fails);
            }
            return script.size() > 1 ? script.remove() : script.element();
        };
    }
}
