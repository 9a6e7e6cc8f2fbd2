/**
 * Tests of the automated steps, those of databases on a real pair of servers.
 */
package dev.musterpoint.runbooks.step;
