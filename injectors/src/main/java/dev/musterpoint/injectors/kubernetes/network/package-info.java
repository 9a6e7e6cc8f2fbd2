/**
 * Faults of the network between pods, by NetworkPolicies: pods that are chosen get a label of ours, and a policy of ours isolates
 * what bears it. Whether that has any effect is for the cluster's network plug-in to say, and for the effect to show.
 */
package dev.musterpoint.injectors.kubernetes.network;
