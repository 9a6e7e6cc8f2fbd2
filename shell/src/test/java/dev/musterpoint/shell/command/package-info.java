/** The commands as they are typed, in this process: what they print, where, and with which exit code. Tests only. */
package dev.musterpoint.shell.command;
