/**
 * Kills the runner with SIGKILL at every step it journals and at random instants, and looks at what is left. Tests only: a
 * sample in every build, all of it in {@code make soak}.
 */
package dev.musterpoint.bench.kill;
