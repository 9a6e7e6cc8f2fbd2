/**
 * What becomes of a run, and of what it changed, when the machine beneath it fails: a killed runner, a full disk, a directory
 * that cannot be written any more, a torn journal, a clock set back. Tests only: a sample before a change lands, all of it in
 * {@code make soak}.
 */
package dev.musterpoint.bench.mishap;
