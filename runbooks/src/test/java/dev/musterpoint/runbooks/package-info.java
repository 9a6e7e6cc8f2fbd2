/**
 * Tests of finding and linting runbooks.
 */
package dev.musterpoint.runbooks;
