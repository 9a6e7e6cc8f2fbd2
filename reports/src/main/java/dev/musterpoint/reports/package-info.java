/** Placeholder. */
package dev.musterpoint.reports;
