/**
 * Drill, runbook and policy files made to do harm, and instruments that would see it: files read, classes loaded, programs
 * started. Tests only.
 */
package dev.musterpoint.shell.hostile;
