/**
 * Cutting off the network of a zone's nodes, and the switch in each node that ends the cut by itself. Nothing here speaks to a
 * node but through pods of its own, and nothing here needs to reach a node for the cut to end.
 */
package dev.musterpoint.injectors.kubernetes.cut;
