/**
 * Tests of the PostgreSQL sandbox, and the JUnit extension that gives a real pair to the tests of other modules. Nothing in
 * production may see it.
 */
package dev.musterpoint.sandbox.postgres;
