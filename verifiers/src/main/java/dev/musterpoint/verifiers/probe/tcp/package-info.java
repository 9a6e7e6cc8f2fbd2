/** Probes of anything that listens: whether a TCP connection can be made. No byte is ever sent from here. */
package dev.musterpoint.verifiers.probe.tcp;
