/**
 * The commands, defined once for the one-shot and the interactive shell. A command parses, calls one service and renders;
 * it holds no logic of its own.
 */
package dev.musterpoint.shell.command;
