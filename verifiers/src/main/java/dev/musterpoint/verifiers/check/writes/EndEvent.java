package dev.musterpoint.verifiers.check.writes;

/**
 * What ends a server's reign: a fault, a declaration or a fail-back.
 *
 * @param earliest T⁻, in nanoseconds of the run's clock
 * @param latest   T⁺
 * @param proven   whether its effect was seen, so that what the server acknowledged after T⁺ it should not have
 */
public record EndEvent(String name, long earliest, long latest, boolean proven) {}
