package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.OnFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code onFailure:} of steps: {@code stop}, {@code continue} or {@code { goto: STEP }}, a later one. */
final class OnFailureReader {
    private static final String KEY = "onFailure";

    private final Problems problems;
    private final List<Jump> jumps = new ArrayList<>();

    OnFailureReader(Problems problems) {
        this.problems = problems;
    }

    OnFailure read(String step, Fields fields) {
        if (fields.node(KEY).filter(Yaml.Mapping.class::isInstance).isPresent()) {
            return fields.mapping(KEY).flatMap(jump -> jump(step, jump)).orElse(OnFailure.STOP);
        }
        return fields.choice(KEY, List.of("stop", "continue"))
                .map(written -> written.equals("stop") ? OnFailure.STOP : OnFailure.CONTINUE)
                .orElse(OnFailure.STOP);
    }

    private Optional<OnFailure> jump(String step, Fields fields) {
        fields.require("goto");
        Optional<Yaml.Scalar> to =
                fields.scalar("goto").filter(scalar -> !scalar.text().isBlank());
        fields.finish();
        to.ifPresent(scalar -> jumps.add(new Jump(step, scalar)));
        return to.map(scalar -> OnFailure.goTo(scalar.text()));
    }

    /** Only forward: a runbook that may go round has no end that anybody could plan for. */
    void check(Names steps) {
        List<String> order = List.copyOf(steps.declared());
        for (Jump jump : jumps) {
            if (steps.check(jump.to(), problems) && order.indexOf(jump.to().text()) <= order.indexOf(jump.from())) {
                problems.add(
                        jump.to().place(),
                        Quoted.of(jump.to().text()) + " does not come after " + Quoted.of(jump.from())
                                + "; a runbook goes forward only");
            }
        }
    }

    private record Jump(String from, Yaml.Scalar to) {}
}
