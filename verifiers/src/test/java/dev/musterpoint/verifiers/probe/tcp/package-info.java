/** Tests of TCP probes. */
package dev.musterpoint.verifiers.probe.tcp;
