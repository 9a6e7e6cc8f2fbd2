/**
 * The policy: where it is written, how it is read, and the gate that holds every run against it. What its rules mean is
 * for planning to say; nothing here resolves a target or changes anything.
 */
package dev.musterpoint.programme.policy;
