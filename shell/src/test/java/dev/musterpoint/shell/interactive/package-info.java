/** Tests of what the interactive shell adds to the commands. */
package dev.musterpoint.shell.interactive;
