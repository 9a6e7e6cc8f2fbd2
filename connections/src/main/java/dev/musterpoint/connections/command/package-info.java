/**
 * Programs of the runner's machine: how a drill names one, and how it is run with a clean environment and an end. Whether
 * it may be run is for policy to say, and what its answer means is for its callers.
 */
package dev.musterpoint.connections.command;
