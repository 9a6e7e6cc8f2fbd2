/**
 * What all sandboxes have in common: a name, parameters, an owner mark that follows from the run, and a way to be made and
 * removed. Knows no single one of them.
 */
package dev.musterpoint.sandbox.kind;
