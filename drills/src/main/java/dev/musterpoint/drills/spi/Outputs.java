package dev.musterpoint.drills.spi;

/** Takes what a step publishes. */
@FunctionalInterface
public interface Outputs {
    /** Nobody wants to know. */
    Outputs IGNORED = (name, value) -> {};

    /** Publishes a value for later steps and probes; it is known to them once the step is done. */
    void publish(String name, String value);
}
