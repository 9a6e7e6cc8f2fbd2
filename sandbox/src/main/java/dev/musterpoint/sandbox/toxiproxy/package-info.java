/**
 * A PostgreSQL pair behind a Toxiproxy, so that the network between it and its users can be broken. Nothing here makes a
 * toxic, and nothing here installs a Toxiproxy.
 */
package dev.musterpoint.sandbox.toxiproxy;
