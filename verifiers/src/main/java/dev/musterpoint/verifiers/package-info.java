/** Placeholder. */
package dev.musterpoint.verifiers;
