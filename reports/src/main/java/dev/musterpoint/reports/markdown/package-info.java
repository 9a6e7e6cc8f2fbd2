/** The report as Markdown, for the ticket. Nothing but that format lives here, and nothing here judges. */
package dev.musterpoint.reports.markdown;
