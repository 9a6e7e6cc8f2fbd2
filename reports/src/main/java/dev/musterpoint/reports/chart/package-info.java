/**
 * The geometry of the report's charts: scales, ticks, marks and shapes, ready for templates to draw. Numbers in, numbers
 * and short labels out; no markup and no colours.
 */
package dev.musterpoint.reports.chart;
