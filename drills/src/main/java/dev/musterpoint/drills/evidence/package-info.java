/**
 * Facts of a run: what was done and what was seen, each with its time. Facts carry no opinion; what they mean is the
 * verdict's to say.
 */
package dev.musterpoint.drills.evidence;
