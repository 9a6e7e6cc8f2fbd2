package dev.musterpoint.verifiers.check.lanes;

import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.verifiers.check.columns.LongColumn;
import java.util.Arrays;

/** Folds a lane's observations into whether it was steady before the fault. Takes them in any order. */
public final class Baseline {
    private final long from;
    private final long to;
    private final LongColumn attempts = new LongColumn();
    private final LongColumn failures = new LongColumn();
    private long good;

    /** The baseline between two moments of the run's clock, in nanoseconds. */
    public Baseline(long from, long to) {
        this.from = from;
        this.to = to;
    }

    public void accept(long a, long c, Sight sight) {
        if (a >= from && c < to) {
            attempts.add(a);
            good += sight == Sight.GOOD ? 1 : 0;
            if (sight == Sight.BAD) {
                failures.add(a);
            }
        }
    }

    /**
     * The largest residual error rate that these observations leave room for, with an error of 10⁻³: the share that failed
     * would be exceeded every other time.
     */
    public double residualShare() {
        return ResidualRate.upperBound(failures.size(), good + failures.size());
    }

    /**
     * What was not steady, in words; empty when it was. Without residual errors one failure is enough.
     *
     * @param mayBeDown whether a service that never answered well is steady too: what a declared disaster takes away, or
     *     its response is yet to build, need not be there before
     */
    public String unsteady(boolean mayBeDown, LaneRules rules) {
        long bad = failures.size();
        if (mayBeDown && good == 0 && bad > 0) {
            return "";
        }
        if (bad > 0 && rules.residual().everyFailureCounts()) {
            return failed();
        }
        if (good == 0) {
            return bad > 0 ? failed() : "not one good answer was seen before the fault";
        }
        return rules.residual().everyFailureCounts() ? "" : moreThanResidual(rules);
    }

    private String failed() {
        return failures.size() + " of " + (good + failures.size()) + " requests failed before the fault";
    }

    private String moreThanResidual(LaneRules rules) {
        ResidualRate residual = rules.residual();
        String rate = new Share(residual.share()).toString();
        if (!residual.notices(rules.noticedShare())) {
            return "up to " + rate + " of requests may fail by themselves for all that " + attempts.size()
                    + " of them show, too many for failures to prove an outage; watch the baseline for longer";
        }
        if (residual.isExceededBy(failures.size(), good + failures.size())) {
            return failed() + ", more than residual errors of " + rate + " explain";
        }
        return clustered(residual)
                ? residual.proof() + " of " + ResidualRate.WITHIN
                        + " requests in a row failed before the fault, more than residual errors of " + rate
                        + " explain"
                : "";
    }

    private boolean clustered(ResidualRate residual) {
        long[] starts = attempts.sorted();
        long[] bad = failures.sorted();
        for (int i = 0; i + residual.proof() <= bad.length; i++) {
            int first = Arrays.binarySearch(starts, bad[i]);
            int last = Arrays.binarySearch(starts, bad[i + residual.proof() - 1]);
            if (last - first < ResidualRate.WITHIN) {
                return true;
            }
        }
        return false;
    }
}
