/**
 * Growing arrays of primitives and the order over them, so that a million observations fit into a small heap. Nothing
 * here knows what the numbers mean.
 */
package dev.musterpoint.verifiers.check.columns;
