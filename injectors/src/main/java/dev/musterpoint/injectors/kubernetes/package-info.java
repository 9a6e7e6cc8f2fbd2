/**
 * Faults of Kubernetes, each kind of target in a package below; here what they share. Nothing here judges whether a fault
 * took effect, or touches what the plan does not name.
 */
package dev.musterpoint.injectors.kubernetes;
