/** Tests of faults of workloads, on a real cluster. */
package dev.musterpoint.injectors.kubernetes.workload;
