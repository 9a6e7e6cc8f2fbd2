/**
 * Pure judging: a plan and its evidence in, findings and a verdict out, the same for ever. No clock, no client, no file
 * and no thread may appear here or below; what acts or looks lives elsewhere.
 */
package dev.musterpoint.verifiers.check;
