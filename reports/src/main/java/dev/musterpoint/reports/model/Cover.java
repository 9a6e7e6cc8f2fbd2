package dev.musterpoint.reports.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which run of which drill this is.
 *
 * @param started    wall time of the first fact
 * @param ended      wall time of the last fact
 * @param length     from the first fact to the last, on the run's monotonic clock
 * @param startedBy  who started it; empty when the run never said
 * @param planDigest SHA-256 of the plan as stored; empty when the run never said
 * @param sandboxed  nothing outside a sandbox was a target
 */
public record Cover(
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<Duration> length,
        String startedBy,
        String planDigest,
        boolean sandboxed) {}
