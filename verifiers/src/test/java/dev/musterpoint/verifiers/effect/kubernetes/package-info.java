/** Tests of the proof of effect in clusters. */
package dev.musterpoint.verifiers.effect.kubernetes;
