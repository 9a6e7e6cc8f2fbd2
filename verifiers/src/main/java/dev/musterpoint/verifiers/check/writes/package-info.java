/**
 * Judging what became of a workload's writes: the sets of acknowledged, lost, recovered and phantom writes, the reigns of
 * the servers that answered, and the window of loss. Pure functions over one workload at a time; objectives and files are
 * not known here.
 */
package dev.musterpoint.verifiers.check.writes;
