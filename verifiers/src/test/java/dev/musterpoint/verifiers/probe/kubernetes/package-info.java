/** Tests of probes of clusters. */
package dev.musterpoint.verifiers.probe.kubernetes;
