/**
 * Faults that a request makes and another one undoes. Nothing here knows what they do, chooses them, or sends one that the
 * drill does not write out.
 */
package dev.musterpoint.injectors.http;
