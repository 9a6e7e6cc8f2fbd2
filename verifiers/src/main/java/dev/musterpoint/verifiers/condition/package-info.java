/**
 * The closed list of conditions under which a fault is injected, each of which looks once and says what it found. Nothing
 * here changes what it looks at, or decides what follows from it.
 */
package dev.musterpoint.verifiers.condition;
