/** Placeholder. */
package dev.musterpoint.bench;
