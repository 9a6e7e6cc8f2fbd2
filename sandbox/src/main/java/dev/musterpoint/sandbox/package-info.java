/**
 * Small real systems that a drill makes for itself, breaks, and removes: each in a package of its own below. Nothing here
 * knows of faults, probes or clients, and nothing here touches a system that it did not make.
 */
package dev.musterpoint.sandbox;
