package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Holds;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Condition;
import dev.musterpoint.drills.spi.Condition.Answer;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Asks whether a condition holds, off the run's thread. A failure to tell is not known, and so is silence. */
final class ConditionQuestion {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private ConditionQuestion() {}

    /** @return done, without an error, once there is an answer */
    static Task<Answer> ask(Callable<Condition> condition, RunLoop loop) {
        Task<Answer> answer = new Task<>();
        Cancellation cancellation = new Cancellation();
        Task<Answer> asked = loop.start("condition", () -> condition.call().holds(PATIENCE, cancellation));
        asked.whenDone(
                () -> settle(answer, asked.error().isPresent() ? Answer.unknown(asked.message()) : asked.value()));
        loop.after(PATIENCE, () -> {
            if (!answer.isDone()) {
                settle(answer, Answer.unknown("there was no answer within " + Durations.format(PATIENCE)));
                cancellation.cancel();
            }
        });
        return answer;
    }

    /** The first answer counts. */
    private static void settle(Task<Answer> answer, Answer found) {
        if (!answer.isDone()) {
            answer.complete(found, null);
        }
    }

    /** Why a fault is left out whose condition got this answer. */
    static String reason(Answer answer) {
        return answer.holds() == Holds.NO
                ? "its condition did not hold: " + answer.sentence()
                : "whether its condition holds could not be told: " + answer.sentence();
    }
}
