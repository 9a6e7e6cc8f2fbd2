/**
 * Tables that Musterpoint makes in a system under test: marked as a run's own, and removed from the record alone. A table
 * without that mark is never dropped.
 */
package dev.musterpoint.verifiers.table;
