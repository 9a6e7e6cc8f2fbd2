/**
 * Requests by HTTP: how a drill writes one, and how it is sent with a bound on time and size. Whether a host may be asked
 * is for policy to say, and what its answer means is for the callers.
 */
package dev.musterpoint.connections.http;
