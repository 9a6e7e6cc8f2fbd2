/**
 * The drill as its author wrote it: immutable records that do nothing. Whatever contacts the world, or knows how a file
 * looks, does not belong here.
 */
package dev.musterpoint.drills.spec;
