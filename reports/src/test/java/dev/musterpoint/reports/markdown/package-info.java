/** Tests of the report for the ticket. */
package dev.musterpoint.reports.markdown;
