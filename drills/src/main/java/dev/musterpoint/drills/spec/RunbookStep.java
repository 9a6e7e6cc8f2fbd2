package dev.musterpoint.drills.spec;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One step of a recovery procedure, with the time it is planned to take. */
public sealed interface RunbookStep {
    String name();

    /** How long the step is planned to take. */
    Duration planned();

    /** After how long the step is given up. */
    Duration timeout();

    /** What the step is part of: finding out, deciding, or acting. Recovery time is billed by it. */
    StepPart part();

    /** What is done next when the step failed or was not done in time. */
    OnFailure onFailure();

    /** A step the runner does: a registered type and its parameters, given up after {@code timeout}. */
    record Automated(
            String name,
            StepPart part,
            Duration planned,
            Duration timeout,
            String type,
            Optional<String> system,
            Params params,
            OnFailure onFailure,
            List<StepOutput> outputs)
            implements RunbookStep {
        public Automated {
            Checks.text(name, "step name");
            Objects.requireNonNull(part);
            Checks.notNegative(planned, "planned");
            Checks.positive(timeout, "timeout");
            Checks.text(type, "step type");
            Objects.requireNonNull(system);
            Objects.requireNonNull(params);
            Objects.requireNonNull(onFailure);
            // A step stored before there were outputs has none.
            outputs = outputs == null ? List.of() : List.copyOf(outputs);
        }

        /** A step that publishes nothing of its author's naming. */
        public Automated(
                String name,
                StepPart part,
                Duration planned,
                Duration timeout,
                String type,
                Optional<String> system,
                Params params,
                OnFailure onFailure) {
            this(name, part, planned, timeout, type, system, params, onFailure, List.of());
        }

        /** This step with other parameters. */
        public Automated with(Params other) {
            return new Automated(name, part, planned, timeout, type, system, other, onFailure, outputs);
        }

        /** A step whose failure ends the runbook. */
        public Automated(
                String name,
                StepPart part,
                Duration planned,
                Duration timeout,
                String type,
                Optional<String> system,
                Params params) {
            this(name, part, planned, timeout, type, system, params, OnFailure.STOP);
        }
    }

    /** A step a person does and confirms; {@code unattended} says what happens when nobody is there. */
    record Manual(
            String name,
            StepPart part,
            Duration planned,
            Duration timeout,
            String instructions,
            Unattended unattended,
            OnFailure onFailure)
            implements RunbookStep {
        public Manual {
            Checks.text(name, "step name");
            Objects.requireNonNull(part);
            Checks.notNegative(planned, "planned");
            Checks.positive(timeout, "timeout");
            Checks.text(instructions, "instructions");
            Objects.requireNonNull(unattended);
            Objects.requireNonNull(onFailure);
        }

        /** A step whose failure ends the runbook. */
        public Manual(
                String name,
                StepPart part,
                Duration planned,
                Duration timeout,
                String instructions,
                Unattended unattended) {
            this(name, part, planned, timeout, instructions, unattended, OnFailure.STOP);
        }
    }

    /** What becomes of a manual step in a run with nobody at the terminal. */
    enum Unattended {
        /** The step is recorded as skipped and the next one starts. */
        SKIP,
        /** The runbook ends here; the steps after it are recorded as not run. */
        STOP
    }
}
