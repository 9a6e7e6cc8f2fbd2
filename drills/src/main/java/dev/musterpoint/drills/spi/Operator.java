package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.spec.RunbookStep;

/** The person at the terminal, if there is one. */
public interface Operator {
    /** Nobody is there. */
    Operator ABSENT = new Operator() {
        @Override
        public boolean isPresent() {
            return false;
        }

        @Override
        public String confirm(RunbookStep.Manual step, Cancellation cancellation) {
            throw new IllegalStateException("nobody is there to confirm '" + step.name() + "'");
        }
    };

    boolean isPresent();

    /**
     * Shows the instructions and waits until the person confirms.
     *
     * @return who confirmed
     * @throws java.util.concurrent.CancellationException when the step's timeout passed or the run was aborted
     */
    String confirm(RunbookStep.Manual step, Cancellation cancellation) throws InterruptedException;
}
