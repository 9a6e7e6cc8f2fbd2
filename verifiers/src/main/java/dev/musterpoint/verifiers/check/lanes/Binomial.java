package dev.musterpoint.verifiers.check.lanes;

/** The binomial distribution. */
final class Binomial {
    private Binomial() {}

    /** P[Bin(n, p) ≥ k]. */
    static double atLeast(long k, long n, double p) {
        if (k <= 0 || p >= 1) {
            return k <= n ? 1 : 0;
        }
        if (p <= 0) {
            return 0;
        }
        return k <= n * p ? 1 - sum(0, k - 1, n, p) : sum(k, n, n, p);
    }

    /** The probabilities from {@code from} to {@code to}; each follows from the one before it. */
    private static double sum(long from, long to, long n, double p) {
        double log = 0;
        for (long i = 1; i <= from; i++) {
            log += Math.log((double) (n - from + i) / i);
        }
        log += from * Math.log(p) + (n - from) * Math.log1p(-p);
        double sum = 0;
        for (long i = from; i <= to; i++) {
            sum += Math.exp(log);
            log += Math.log((double) (n - i) / (i + 1)) + Math.log(p) - Math.log1p(-p);
        }
        return Math.min(1, sum);
    }
}
