/** Tests of the conditions, on scripted probes and a real PostgreSQL. Nothing here is used by other tests. */
package dev.musterpoint.verifiers.condition;
