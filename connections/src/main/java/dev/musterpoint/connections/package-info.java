/**
 * A drill's named systems turned into clients and credentials: each kind of system in a package of its own below. Nothing
 * here acts on a system by itself, and nothing here knows of faults, probes or judging.
 */
package dev.musterpoint.connections;
