/**
 * Recovery procedures: finding them by name, and remarks on those that will bill time badly. What a step does is in the
 * package {@code step}; nothing here contacts a system.
 */
package dev.musterpoint.runbooks;
