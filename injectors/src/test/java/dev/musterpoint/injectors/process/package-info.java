/** Tests of process faults, on processes that the tests start and on a real PostgreSQL pair. */
package dev.musterpoint.injectors.process;
