/**
 * What breaks systems: one package for each kind, none of which imports another. Nothing here judges what it broke, or
 * knows who does.
 */
package dev.musterpoint.injectors;
