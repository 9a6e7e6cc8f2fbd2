/**
 * The reference of drill and runbook files, written from what the providers declare and from the schemas. Nothing is
 * described here that is described there: what a key means is told where it is read.
 */
package dev.musterpoint.shell.reference;
