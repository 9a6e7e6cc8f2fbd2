/**
 * The one engine of all probes: an open loop that starts attempts when they are due, whatever became of the earlier ones.
 * Nothing here knows a protocol, or what an answer means.
 */
package dev.musterpoint.verifiers.probe;
