package dev.musterpoint.drills.spec;

import java.util.Objects;
import java.util.Optional;

/**
 * ε: the share of requests that fail though nothing is wrong.
 *
 * @param declared the share; empty when it is taken from the baseline
 */
public record ResidualErrors(Optional<Share> declared) {
    /** Written in place of a share. */
    public static final String BASELINE = "baseline";

    /** A service that fails more often than this by itself cannot be told from one that is partly down. */
    public static final Share MOST = new Share(0.05);

    /** ε is what the baseline shows. */
    public static final ResidualErrors OF_BASELINE = new ResidualErrors(Optional.empty());

    public ResidualErrors {
        Objects.requireNonNull(declared);
        if (declared.isPresent()
                && !(declared.get().value() > 0 && declared.get().value() <= MOST.value())) {
            throw new IllegalArgumentException("residualErrors is a share above 0 % and up to " + MOST + ", not "
                    + declared.get() + "; leave it out where every failure counts");
        }
    }

    /** A declared share. */
    public static ResidualErrors of(Share share) {
        return new ResidualErrors(Optional.of(share));
    }

    /** Reads {@code 0.1%} or {@code baseline}. */
    public static ResidualErrors parse(String text) {
        return text.strip().equals(BASELINE) ? OF_BASELINE : of(Share.parse(text));
    }

    @Override
    public String toString() {
        return declared.map(Share::toString).orElse(BASELINE);
    }
}
