/**
 * A PostgreSQL primary with a streaming standby, from embedded binaries, on loopback, in a private directory. Here is only
 * what makes the pair and removes it without trace; clients of it live elsewhere.
 */
package dev.musterpoint.sandbox.postgres;
