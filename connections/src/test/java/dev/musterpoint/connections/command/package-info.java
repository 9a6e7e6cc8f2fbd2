/** Tests against real programs of this machine. */
package dev.musterpoint.connections.command;
