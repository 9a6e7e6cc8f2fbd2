/**
 * Judging over a window that the plan fixes: shares of attempts, quantiles of latency, rates. Each is a census of the window, as an
 * interval that what is not known widens; objectives and journals are not known here.
 */
package dev.musterpoint.verifiers.check.window;
