/** Tests of SQL probes on a real pair. */
package dev.musterpoint.verifiers.probe.sql;
