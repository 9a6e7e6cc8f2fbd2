package dev.musterpoint.drills.plan;

import java.util.List;

/**
 * What planning foresees of a fault, from what was read then; things may have changed by the time of the run.
 *
 * @param expected what should happen, a sentence each
 * @param concerns what makes a system ill prepared for the fault, or keeps anything from being foreseen; a sentence each
 */
public record Forecast(List<String> expected, List<String> concerns) {
    public Forecast {
        expected = List.copyOf(expected);
        concerns = List.copyOf(concerns);
    }

    /** A forecast that could not be made. */
    public static Forecast none(String why) {
        return new Forecast(List.of(), List.of("what the fault will do could not be foreseen: " + why));
    }
}
