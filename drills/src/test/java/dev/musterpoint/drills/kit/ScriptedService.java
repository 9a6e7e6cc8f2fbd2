package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Moment;
import java.time.Duration;

/** What a service answers to an attempt, as a function of when the attempt starts. */
@FunctionalInterface
public interface ScriptedService {
    Reply at(Moment start);

    /** Always right, after {@code latency}. */
    static ScriptedService good(Duration latency) {
        return start -> new Reply(AnswerKind.CORRECT, latency, "");
    }

    /** As this one, but refusing at once from {@code from} on and before {@code to}. */
    default ScriptedService badBetween(Moment from, Moment to) {
        return start -> start.isBefore(from) || !start.isBefore(to)
                ? at(start)
                : new Reply(AnswerKind.ERROR, Duration.ofMillis(1), "connection refused");
    }

    /** One answer; {@code after} is how long it takes. */
    record Reply(AnswerKind kind, Duration after, String detail) {}
}
