/** Tests of the client of Toxiproxy's API, against a real server and against one that never answers. */
package dev.musterpoint.connections.toxiproxy;
