package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.spec.Durations;
import java.time.Duration;
import java.util.Optional;

/** Asks for clearance off the run's thread. A failure to answer is a no, and so is silence. */
final class ClearanceQuestion {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private ClearanceQuestion() {}

    /** @return done, without an error, once there is an answer: why the run must not go on, or nothing when it may */
    static Task<Optional<String>> ask(Clearance clearance, RunLoop loop) {
        Task<Optional<String>> answer = new Task<>();
        Task<Optional<String>> asked = loop.start("clearance", clearance::refusal);
        asked.whenDone(() -> settle(answer, asked.error().isPresent() ? Optional.of(asked.message()) : asked.value()));
        loop.after(
                PATIENCE,
                () -> settle(
                        answer,
                        Optional.of(
                                "whether it is allowed could not be found out within " + Durations.format(PATIENCE))));
        return answer;
    }

    /** The first answer counts. */
    private static void settle(Task<Optional<String>> answer, Optional<String> refusal) {
        if (!answer.isDone()) {
            answer.complete(refusal, null);
        }
    }
}
