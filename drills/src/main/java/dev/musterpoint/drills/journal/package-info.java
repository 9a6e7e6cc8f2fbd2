/**
 * A run's directory on disk: the hash-chained journal, the segments beside it, locks, the manifest and the log of all
 * attempts. It stores and reads facts; it neither makes nor judges them.
 */
package dev.musterpoint.drills.journal;
