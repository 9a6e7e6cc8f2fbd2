/**
 * Runs a program of the runner's machine and looks whether it ends as it should. How it is run, and ended, is not known
 * here; nor is whether it may be.
 */
package dev.musterpoint.verifiers.probe.command;
