/**
 * Proof that faults of Kubernetes took effect, read from the API server by UID and state. Nothing here changes a cluster, and
 * nothing here knows how a fault was made.
 */
package dev.musterpoint.verifiers.effect.kubernetes;
