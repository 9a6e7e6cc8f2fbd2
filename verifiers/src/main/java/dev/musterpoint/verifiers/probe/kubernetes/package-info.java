/**
 * Probes of what a Kubernetes cluster itself thinks is ready. Each attempt reads anew: nothing here is remembered from one to
 * the next, so that no answer is older than its attempt.
 */
package dev.musterpoint.verifiers.probe.kubernetes;
