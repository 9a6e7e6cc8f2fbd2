/**
 * The machine-readable forms: the one object a command prints, and the whole report. The only place in this module that
 * may use Jackson.
 */
package dev.musterpoint.reports.json;
