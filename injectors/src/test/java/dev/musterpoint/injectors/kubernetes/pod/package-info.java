/** Tests of faults of pods. */
package dev.musterpoint.injectors.kubernetes.pod;
