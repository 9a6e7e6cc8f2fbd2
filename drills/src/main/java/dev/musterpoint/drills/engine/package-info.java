/**
 * Runs a plan: the only code that changes the world, and its only output is evidence. One thread owns a run's state;
 * injection, probes, steps and workloads run elsewhere and hand it immutable facts.
 */
package dev.musterpoint.drills.engine;
