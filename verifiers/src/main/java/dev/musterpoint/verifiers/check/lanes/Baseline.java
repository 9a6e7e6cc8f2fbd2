package dev.musterpoint.verifiers.check.lanes;

/** Folds a lane's observations into whether it was steady before the fault. Takes them in any order. */
public final class Baseline {
    private final long from;
    private final long to;
    private long good;
    private long bad;

    /** The baseline between two moments of the run's clock, in nanoseconds. */
    public Baseline(long from, long to) {
        this.from = from;
        this.to = to;
    }

    public void accept(long a, long c, Sight sight) {
        if (a >= from && c < to) {
            good += sight == Sight.GOOD ? 1 : 0;
            bad += sight == Sight.BAD ? 1 : 0;
        }
    }

    /**
     * What was not steady, in words; empty when it was. Without a declared residual error rate one failure is enough.
     *
     * @param mayBeDown whether a service that never answered well is steady too: what a declared disaster takes away, or
     *     its response is yet to build, need not be there before
     */
    public String unsteady(boolean mayBeDown) {
        if (mayBeDown && good == 0 && bad > 0) {
            return "";
        }
        if (bad > 0) {
            return bad + " of " + (good + bad) + " requests failed before the fault";
        }
        return good == 0 ? "not one good answer was seen before the fault" : "";
    }
}
