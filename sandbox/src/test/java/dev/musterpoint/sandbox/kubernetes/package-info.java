/** Tests of the cluster, and the JUnit extension that gives other modules' tests a real one. */
package dev.musterpoint.sandbox.kubernetes;
