/** Tests of faults of the network between pods, on a real cluster. */
package dev.musterpoint.injectors.kubernetes.network;
