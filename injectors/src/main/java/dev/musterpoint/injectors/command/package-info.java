/**
 * Faults that a program makes and another one undoes. Nothing here knows what they do, chooses them, or runs one that the
 * drill does not name.
 */
package dev.musterpoint.injectors.command;
