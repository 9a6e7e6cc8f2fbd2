/** Tests of connections to clusters. */
package dev.musterpoint.connections.kubernetes;
