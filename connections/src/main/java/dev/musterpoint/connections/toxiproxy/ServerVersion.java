package dev.musterpoint.connections.toxiproxy;

/** What a server says of its version. */
record ServerVersion(String version) {}
