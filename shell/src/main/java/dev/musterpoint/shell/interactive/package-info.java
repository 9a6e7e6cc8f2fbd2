/**
 * The interactive shell: Spring Shell and JLine around the same commands that the one-shot runs. Loaded only when somebody
 * opens it.
 */
package dev.musterpoint.shell.interactive;
