/**
 * Clients of PostgreSQL whose every wait is bounded, and the system type {@code postgres}. Statements are for callers to
 * make; nothing here writes.
 */
package dev.musterpoint.connections.postgres;
