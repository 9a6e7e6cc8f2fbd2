package dev.musterpoint.bench.truth;

import java.util.Locale;

/**
 * A run beside an independent client.
 *
 * @param clean  whether the cluster was afterwards what it was before
 * @param status the run's exit code
 */
record Comparison(String drill, Measured measured, WebLog client, boolean clean, int status) {
    boolean holds() {
        return measured.agrees(client) && clean;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-15s  %s  %s  %-6s  %-5s  %s%s",
                drill,
                measured,
                client,
                measured.holds(client),
                clean ? "yes" : "NO",
                measured.phases(),
                holds() ? "" : "  exit " + status);
    }
}
