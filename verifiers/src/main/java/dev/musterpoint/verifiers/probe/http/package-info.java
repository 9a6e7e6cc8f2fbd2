/**
 * Probes of HTTP services: one request, one answer, and whether it is what was expected. Requests and answers are HTTP/1.1 over
 * sockets of our own, since every connection, wait and retry shows in what is measured; nothing here is a client for other uses.
 */
package dev.musterpoint.verifiers.probe.http;
