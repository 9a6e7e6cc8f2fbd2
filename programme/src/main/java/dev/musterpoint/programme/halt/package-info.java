/**
 * The halt lever: a file beside the runs that stops drills and keeps others from starting. It knows nothing of what a drill
 * does, and only a person releases it.
 */
package dev.musterpoint.programme.halt;
