package dev.musterpoint.drills.spec;

import java.util.Objects;

/** Names what a step publishes. */
public record OutputReference(String step, String output) {
    private static final String PREFIX = "steps.";

    public OutputReference {
        Checks.text(step, "step");
        Checks.text(output, "output");
    }

    /** Whether what stands between <code>${</code> and <code>}</code> is meant as a reference. */
    public static boolean isMeant(String text) {
        return Objects.requireNonNull(text).startsWith(PREFIX);
    }

    /**
     * Reads {@code steps.STEP.OUTPUT}. A step's name may hold points, an output's may not.
     *
     * @throws IllegalArgumentException when it has no such form
     */
    public static OutputReference parse(String text) {
        int split = text.lastIndexOf('.');
        if (!isMeant(text) || split < PREFIX.length() || split == text.length() - 1) {
            throw new IllegalArgumentException("an output is named as ${steps.STEP.OUTPUT}");
        }
        return new OutputReference(text.substring(PREFIX.length(), split), text.substring(split + 1));
    }

    /** As it is written in a file. */
    @Override
    public String toString() {
        return "${" + PREFIX + step + "." + output + "}";
    }
}
