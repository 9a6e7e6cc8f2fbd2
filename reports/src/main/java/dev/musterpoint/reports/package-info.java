/**
 * Renders a judged run: assessment, plan and evidence in, documents out. Pure functions without a clock; nothing here
 * judges, and nothing reads or writes but the evidence's cursors and the files asked for.
 */
package dev.musterpoint.reports;
