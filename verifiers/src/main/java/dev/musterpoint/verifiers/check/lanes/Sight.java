package dev.musterpoint.verifiers.check.lanes;

/** What one observation proves of the service. */
public enum Sight {
    /** It answered correctly and in time: proof of service. */
    GOOD,
    /** It did not, and the runner was not to blame: proof of failure. */
    BAD,
    /** Nothing is proven. */
    UNKNOWN
}
