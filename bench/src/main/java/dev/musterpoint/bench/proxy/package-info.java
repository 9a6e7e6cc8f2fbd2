/** What faults cost beside the bare requests that make them. No test: the figures are for people. */
package dev.musterpoint.bench.proxy;
