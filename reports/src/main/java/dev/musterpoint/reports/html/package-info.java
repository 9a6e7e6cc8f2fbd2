/**
 * The report as one self-contained HTML file, from precompiled templates. No markup is put together in Java, and nothing
 * is decided here that another format would need too.
 */
package dev.musterpoint.reports.html;
