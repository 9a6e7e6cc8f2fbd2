/**
 * Connections to Kubernetes clusters: where they are, who one is there and what one may do, as clients whose every wait is
 * bounded. Nothing here changes a cluster, and nothing here knows of faults or probes.
 */
package dev.musterpoint.connections.kubernetes;
