/**
 * Faults of processes on this machine: killed, or paused. Signals are the only thing sent from here, and each only to a
 * process whose start time is the one that was recorded.
 */
package dev.musterpoint.injectors.process;
