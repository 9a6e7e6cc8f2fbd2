/** Placeholder. */
package dev.musterpoint.shell;
