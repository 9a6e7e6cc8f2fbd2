package dev.musterpoint.drills.spec;

import java.util.Locale;

/** A quantile of latency. */
public enum Quantile {
    P50(0.5),
    P90(0.9),
    P95(0.95),
    P99(0.99);

    private final double share;

    Quantile(double share) {
        this.share = share;
    }

    /** The share of answers that come no later. */
    public Share share() {
        return new Share(share);
    }

    /** As it is written in a drill. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its place among {@code n} values in ascending order, from 1 (nearest rank). */
    public int rank(int n) {
        return Math.max(1, (int) Math.ceil(share * n - 1e-9));
    }
}
