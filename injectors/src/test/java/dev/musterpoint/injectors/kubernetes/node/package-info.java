/** Tests of faults of nodes and zones: marks in memory, and the rest on a real cluster. */
package dev.musterpoint.injectors.kubernetes.node;
