/** Tests with real programs of this machine. */
package dev.musterpoint.injectors.command;
