/**
 * Times whole processes: a one-shot command beside a bare JVM, in turn, so that both meet the same machine. Measures, and
 * judges one ratio.
 */
package dev.musterpoint.bench.startup;
