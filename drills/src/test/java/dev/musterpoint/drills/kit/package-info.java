/**
 * The kit that this and other modules test with: evidence in memory, virtual time, and doubles for every port. Shipped
 * as a test-jar; nothing in production may see it.
 */
package dev.musterpoint.drills.kit;
