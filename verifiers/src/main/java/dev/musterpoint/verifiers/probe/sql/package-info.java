/**
 * Probes of PostgreSQL: a write and its read-back, on a connection of its own each time or on one from a pool. Nothing here
 * retries, and nothing here tests a connection before it is used.
 */
package dev.musterpoint.verifiers.probe.sql;
