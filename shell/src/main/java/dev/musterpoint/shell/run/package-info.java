/**
 * The services behind the commands: finding drills, carrying out runs, sealing them, recovering what a dead runner left.
 * The one place where the modules are put together.
 */
package dev.musterpoint.shell.run;
