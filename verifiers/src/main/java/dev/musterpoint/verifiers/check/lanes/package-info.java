/**
 * Judging what one probe saw: classing of observations, the qualifying run, the interval of recovery and the summary of
 * the lane. Pure functions over one lane at a time, in nanoseconds of the run's clock; objectives, journals and files are
 * not known here.
 */
package dev.musterpoint.verifiers.check.lanes;
