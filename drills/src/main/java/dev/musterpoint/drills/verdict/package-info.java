/**
 * What the facts mean: intervals, verdicts and findings. Values only; the rules that make them live with the verifiers.
 */
package dev.musterpoint.drills.verdict;
