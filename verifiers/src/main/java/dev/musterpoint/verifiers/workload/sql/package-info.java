/**
 * A workload of PostgreSQL: rows whose fate is known, written while a drill runs and read back after it. Nothing here
 * retries in silence, and nothing here judges what was lost.
 */
package dev.musterpoint.verifiers.workload.sql;
