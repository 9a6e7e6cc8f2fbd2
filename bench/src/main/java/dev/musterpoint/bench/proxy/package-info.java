/** What a fault in a Toxiproxy costs beside the request that makes it. No test: its figures are for people. */
package dev.musterpoint.bench.proxy;
