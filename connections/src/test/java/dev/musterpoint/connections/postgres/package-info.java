/** Tests of PostgreSQL clients, against a real pair and against listeners that never answer. */
package dev.musterpoint.connections.postgres;
