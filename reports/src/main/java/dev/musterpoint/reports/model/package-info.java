/**
 * What a report says, section by section, as small records, and how it is read from plan, evidence and assessment.
 * Nothing here knows how a document looks, and no long stream is ever kept whole.
 */
package dev.musterpoint.reports.model;
