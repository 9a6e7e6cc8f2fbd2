/**
 * How clients keep their connections: a fresh one for every question, or a pool as applications have. Knows no protocol, and
 * never retries, validates or mends anything: what a stale connection does to its user is what is to be seen.
 */
package dev.musterpoint.verifiers.probe.link;
