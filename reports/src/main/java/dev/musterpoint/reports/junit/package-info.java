/**
 * Objectives as test cases, for CI systems. Nothing but the JUnit XML format lives here, and nothing here judges.
 */
package dev.musterpoint.reports.junit;
