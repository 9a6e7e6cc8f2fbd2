/**
 * Faults of the network between a client and a server, made in a Toxiproxy that stands between them. Nothing here removes a
 * toxic that is not ours, touches a proxy that has any, or resets a server.
 */
package dev.musterpoint.injectors.toxiproxy;
