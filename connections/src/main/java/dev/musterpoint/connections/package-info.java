/** Placeholder. */
package dev.musterpoint.connections;
