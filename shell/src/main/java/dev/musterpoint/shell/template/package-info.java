/**
 * Drills to begin with: templates, what they ask for, and the files they become. It writes nothing and asks nobody: that is
 * for the command that uses it.
 */
package dev.musterpoint.shell.template;
