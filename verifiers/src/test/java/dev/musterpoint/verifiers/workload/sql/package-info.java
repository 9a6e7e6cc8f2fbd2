/** Tests of SQL workloads, of which those named IT use a real pair. */
package dev.musterpoint.verifiers.workload.sql;
