/** Tests of what the commands do, without a terminal. */
package dev.musterpoint.shell.run;
