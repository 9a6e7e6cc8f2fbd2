package dev.musterpoint.verifiers.check.lanes;

/**
 * ε, the share of requests that fail though nothing is wrong, and what proves that something is: k* failures within
 * {@link #WITHIN} probes.
 *
 * @param share ε; 0 when every failure counts
 * @param proof k*; 1 when every failure counts, and {@link #NO_PROOF} when no number of failures would do
 */
public record ResidualRate(double share, int proof) {
    /** How many probes in a row k* failures must lie among. */
    public static final int WITHIN = 20;

    /** The error allowed for a whole watch: that residual errors alone pass for an outage. */
    public static final double ERROR = 1e-4;

    /** The error with which ε lies above what a baseline says of it. */
    private static final double DOUBT = 1e-3;

    private static final double SEEN = 0.25;

    static final int NO_PROOF = WITHIN + 1;

    /** Every failure counts. */
    public static final ResidualRate NONE = new ResidualRate(0, 1);

    public ResidualRate {
        if (!(share >= 0 && share <= 1) || proof < 1 || proof > NO_PROOF) {
            throw new IllegalArgumentException("no residual error rate: " + share + " with " + proof);
        }
    }

    /**
     * A rate of {@code share}, watched for by {@code probes} probes (M): k* is the smallest number with
     * M · P[Bin(19, ε) ≥ k* − 1] ≤ 10⁻⁴.
     */
    public static ResidualRate of(double share, double probes) {
        if (share == 0) {
            return NONE;
        }
        int proof = 1;
        while (proof < NO_PROOF && probes * Binomial.atLeast(proof - 1, WITHIN - 1, share) > ERROR) {
            proof++;
        }
        return new ResidualRate(share, proof);
    }

    /** The largest rate that {@code bad} failures among {@code attempts} leave room for. */
    static double upperBound(long bad, long attempts) {
        double low = attempts == 0 ? 1 : (double) bad / attempts;
        double high = 1;
        for (int halving = 0; halving < 60; halving++) {
            double middle = (low + high) / 2;
            boolean possible = 1 - Binomial.atLeast(bad + 1, attempts, middle) > DOUBT;
            low = possible ? middle : low;
            high = possible ? high : middle;
        }
        return high;
    }

    /** Whether {@code bad} failures among {@code attempts} are more than the rate explains. */
    boolean isExceededBy(long bad, long attempts) {
        return bad > 0 && Binomial.atLeast(bad, attempts, share) <= ERROR;
    }

    boolean everyFailureCounts() {
        return proof == 1;
    }

    /**
     * Whether failures are still proof where a service fails {@code failing} of its requests: one in four stretches of
     * {@link #WITHIN} probes has k* of them at least.
     */
    public boolean notices(double failing) {
        return Binomial.atLeast(proof, WITHIN, failing) >= SEEN;
    }
}
