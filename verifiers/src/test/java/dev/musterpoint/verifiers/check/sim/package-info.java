/**
 * Simulation in virtual time with scripted truth, which the judging is tried against. Truth is worked out here from the
 * script alone and never by the code under test.
 */
package dev.musterpoint.verifiers.check.sim;
