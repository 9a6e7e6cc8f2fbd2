package dev.musterpoint.verifiers.check.lanes;

/**
 * A run of good answers long enough to call the service back; nanoseconds of the run's clock.
 *
 * @param from     the start of its first
 * @param back     the latest completion of its first j: by then the service was back
 * @param lastFrom the start of the answer that made it long enough
 * @param seenBy   the latest completion of the answers up to that one
 */
public record Run(long from, long back, long lastFrom, long seenBy) {}
