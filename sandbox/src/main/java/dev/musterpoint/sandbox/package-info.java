/** Placeholder. */
package dev.musterpoint.sandbox;
