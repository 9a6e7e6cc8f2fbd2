/**
 * Probes of PostgreSQL: a write and its read-back on a connection of its own each time. Nothing here retries, and nothing
 * here pools.
 */
package dev.musterpoint.verifiers.probe.sql;
