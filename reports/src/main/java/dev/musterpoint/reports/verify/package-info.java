/**
 * Checks a run's directory without trusting who made it: chains, digests, seal, plan, assessment, and the log of all
 * attempts. It reads and says what is wrong; it repairs nothing and needs no network.
 */
package dev.musterpoint.reports.verify;
