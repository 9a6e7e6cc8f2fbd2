/**
 * What people and programs see on a terminal: tables, colours, machine output, and a run while it goes on. Nothing here
 * decides anything.
 */
package dev.musterpoint.shell.console;
