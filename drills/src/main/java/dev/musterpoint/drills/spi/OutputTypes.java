package dev.musterpoint.drills.spi;

import java.util.List;
import java.util.Map;

/**
 * What steps of a type can publish.
 *
 * @param always  what each of them publishes, by name, and what it is
 * @param sources where what an author names under {@code outputs:} may be found: exactly one of these; empty when nothing
 *     can be named
 */
public record OutputTypes(Map<String, String> always, List<Parameter> sources) {
    public static final OutputTypes NONE = new OutputTypes(Map.of(), List.of());

    public OutputTypes {
        always = Map.copyOf(always);
        sources = List.copyOf(sources);
    }
}
