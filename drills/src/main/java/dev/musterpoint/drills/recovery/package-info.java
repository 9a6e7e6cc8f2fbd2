/**
 * Undoing: from recorded data alone, by the run itself or by whoever takes over when its runner has died. It changes
 * nothing that is not in an undo record.
 */
package dev.musterpoint.drills.recovery;
