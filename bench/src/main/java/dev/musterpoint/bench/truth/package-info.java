/**
 * Compares what Musterpoint measured with what an independent client saw. The client shares no code with the product: it
 * has its own connections, its own clock and its own log.
 */
package dev.musterpoint.bench.truth;
