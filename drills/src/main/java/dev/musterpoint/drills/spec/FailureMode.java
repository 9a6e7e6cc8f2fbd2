package dev.musterpoint.drills.spec;

/** How a service fails: some of many instances behind one address, or the one instance there is. */
public enum FailureMode {
    PARTIAL(6, new Confirmation(40, 18, Confirmation.DEFAULT_OVER)),
    TOTAL(1, new Confirmation(10, 1, Confirmation.DEFAULT_OVER));

    private final int perTick;
    private final Confirmation confirmation;

    FailureMode(int perTick, Confirmation confirmation) {
        this.perTick = perTick;
        this.confirmation = confirmation;
    }

    /** K: how many attempts each tick makes by default. */
    public int perTick() {
        return perTick;
    }

    /** N, j and W by default; for partial failure they notice a failing share of ⅓ with an error of 10⁻³. */
    public Confirmation confirmation() {
        return confirmation;
    }
}
