/** Tests of the open loop, in virtual time and in real time. */
package dev.musterpoint.verifiers.probe;
