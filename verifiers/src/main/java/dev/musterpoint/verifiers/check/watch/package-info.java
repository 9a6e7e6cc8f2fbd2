/**
 * Judging while a run goes on: the same folds as the verdict's, fed as observations come in. Nothing here decides anything
 * by rules of its own.
 */
package dev.musterpoint.verifiers.check.watch;
