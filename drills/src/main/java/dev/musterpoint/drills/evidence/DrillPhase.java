package dev.musterpoint.drills.evidence;

/** Where a run stands. The current phase is a fold over the journal. */
public enum DrillPhase {
    PLANNED,
    CHECKING,
    BASELINE,
    INJECTING,
    RESPONDING,
    RECOVERING,
    STABILISING,
    FAILING_BACK,
    FINISHED;

    /** Whether a run in this phase may go on to {@code next}. Any phase that may have changed the world recovers first. */
    public boolean mayEnter(DrillPhase next) {
        return switch (this) {
            case PLANNED -> next == CHECKING;
            case CHECKING -> next == BASELINE || next == RECOVERING || next == FINISHED;
            case BASELINE -> next == INJECTING || next == RESPONDING || next == RECOVERING || next == FINISHED;
            case INJECTING -> next == RESPONDING || next == RECOVERING;
            case RESPONDING -> next == RECOVERING;
            case RECOVERING -> next == STABILISING || next == FAILING_BACK || next == FINISHED;
            case STABILISING -> next == FAILING_BACK || next == FINISHED;
            case FAILING_BACK -> next == FINISHED;
            case FINISHED -> false;
        };
    }
}
