/** Renders runs far longer than any test's, in little memory. Measures only; nothing here is shipped. */
package dev.musterpoint.bench.report;
