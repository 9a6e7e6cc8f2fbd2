/**
 * Tests of proof of effect, on processes of the tests' own making.
 */
package dev.musterpoint.verifiers.effect;
