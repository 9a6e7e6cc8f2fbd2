/** Placeholder. */
package dev.musterpoint.injectors;
