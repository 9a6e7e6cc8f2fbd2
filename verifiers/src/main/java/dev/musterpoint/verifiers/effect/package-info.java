/**
 * Proof that a fault took effect, by reading the target. Nothing here may change anything, and nothing here knows the
 * injector: it is seen from outside, or it was not there.
 */
package dev.musterpoint.verifiers.effect;
