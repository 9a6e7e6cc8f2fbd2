/**
 * Faults of workloads as a whole: how many pods they want. Knows what it changed by a mark of its own, and touches no workload
 * that does not bear it.
 */
package dev.musterpoint.injectors.kubernetes.workload;
