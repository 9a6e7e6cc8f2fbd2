/**
 * Faults of nodes and of zones of nodes: cordoned, evacuated. Knows what it changed of a node by marks of its own, and touches
 * nothing that does not bear them.
 */
package dev.musterpoint.injectors.kubernetes.node;
