/**
 * Faults of pods: which ones are chosen, and how they are taken away. Nothing here chooses again once a plan is made: a pod is
 * what its UID says, whatever bears its name.
 */
package dev.musterpoint.injectors.kubernetes.pod;
