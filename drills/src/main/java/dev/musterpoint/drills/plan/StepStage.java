package dev.musterpoint.drills.plan;

/** Which of a drill's lists of steps a step belongs to. Its number counts from 1 within that list. */
public enum StepStage {
    /** Done before the baseline, once all systems are open. */
    SETUP("setup step"),
    /** Done as the response to the fault; the only steps that recovery time is billed to. */
    RUNBOOK("step"),
    /** Done once recovery was confirmed, to bring the service back to where it was. */
    FAILBACK("fail-back step"),
    /** Done after the faults' removal, however the run went. */
    TEARDOWN("teardown step");

    private final String noun;

    StepStage(String noun) {
        this.noun = noun;
    }

    /** What people call one of its steps: {@code setup step}. */
    public String noun() {
        return noun;
    }
}
