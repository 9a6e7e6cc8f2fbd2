package dev.musterpoint.runbooks.step;

import dev.musterpoint.drills.codec.JsonText;
import dev.musterpoint.drills.spec.StepOutput;
import dev.musterpoint.drills.spi.OutputTypes;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up the outputs of a step in a text that it got. */
final class Found {
    private static final String POINTER = "pointer";
    private static final String LINE = "lineAfter";

    private static final Parameter BY_POINTER = Parameter.optional(
            POINTER, ParameterType.TEXT, "not used", "Where it stands in JSON: a JSON pointer, such as /database/host");

    private Found() {}

    /** Outputs that are found in JSON. */
    static OutputTypes inJson() {
        return new OutputTypes(Map.of(), List.of(BY_POINTER));
    }

    /** Outputs that are found in JSON, or in a line of their own. */
    static OutputTypes inLines() {
        return new OutputTypes(
                Map.of(),
                List.of(
                        BY_POINTER,
                        Parameter.optional(
                                LINE,
                                ParameterType.TEXT,
                                "not used",
                                "What the first line begins with that holds it, such as endpoint=")));
    }

    /** The value of {@code output}. @throws IllegalStateException when it is not in {@code text} */
    static String in(String text, StepOutput output) {
        Optional<String> pointer = output.from().find(POINTER);
        return pointer.isPresent()
                ? json(text, pointer.get(), output)
                : line(text, output.from().text(LINE), output);
    }

    private static String json(String text, String pointer, StepOutput output) {
        try {
            return JsonText.at(text, pointer).orElseThrow(() -> missing(output, "nothing stands at " + pointer));
        } catch (IllegalArgumentException notJson) {
            throw missing(output, "what it was to be found in: " + notJson.getMessage());
        }
    }

    private static String line(String text, String start, StepOutput output) {
        return text.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .map(line -> line.substring(start.length()).strip())
                .orElseThrow(() -> missing(output, "no line begins with '" + start + "'"));
    }

    private static IllegalStateException missing(StepOutput output, String why) {
        return new IllegalStateException("its output '" + output.name() + "' was not found: " + why);
    }
}
