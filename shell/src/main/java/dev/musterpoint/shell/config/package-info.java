/**
 * The configuration: which keys there are, where their values are looked for, and which of them hold. It reads files and
 * the environment and changes nothing; what a value means for a command is the command's to know.
 */
package dev.musterpoint.shell.config;
