/**
 * What stands over single drills: the rules they must keep and the lever that stops them all. It says whether a drill may
 * run, and never runs one.
 */
package dev.musterpoint.programme;
