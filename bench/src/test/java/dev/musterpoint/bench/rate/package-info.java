/** What the open loop costs, and how fast it can go before it slips. Measures only; nothing here is shipped. */
package dev.musterpoint.bench.rate;
