/** Placeholder. */
package dev.musterpoint.runbooks;
