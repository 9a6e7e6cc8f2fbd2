/**
 * Where Musterpoint starts: one command and out, the interactive shell, or the watchdog. It decides which, and does
 * nothing else.
 */
package dev.musterpoint.shell;
