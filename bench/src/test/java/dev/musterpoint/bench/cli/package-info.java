/**
 * The command line as a user meets it: a process of its own, its streams and its exit code, against real servers. Tests only.
 */
package dev.musterpoint.bench.cli;
