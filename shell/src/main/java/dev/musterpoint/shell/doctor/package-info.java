/**
 * Looks at the machine, at what earlier commands left and at the systems of a drill, and says what is in the way of a drill
 * and how to mend it. It looks only: it changes nothing but a file it writes to see whether it can, and removes again.
 */
package dev.musterpoint.shell.doctor;
