/**
 * Checks before a run whether its measurement will be able to carry a verdict. Pure functions of the drill; nothing here
 * judges evidence.
 */
package dev.musterpoint.verifiers.check.lint;
