package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.OnFailure;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spi.Catalogue;
import java.util.List;
import java.util.Map;

/** Reads {@code setup:} and {@code teardown:} of a drill, whose steps have names of their own in both together. */
final class SurroundingReader {
    private final Catalogue catalogue;
    private final Map<String, String> systemTypes;
    private final Problems problems;
    private final StepReader steps;
    private final NamedItems names;

    /** @param systemTypes the types of the drill's systems, by name */
    SurroundingReader(Catalogue catalogue, Map<String, String> systemTypes, Problems problems) {
        this.catalogue = catalogue;
        this.systemTypes = systemTypes;
        this.problems = problems;
        this.steps = new StepReader(catalogue);
        this.names = new NamedItems("step", problems);
    }

    /** Reports references to outputs that are not there when the steps that use them are done. */
    void check(List<RunbookStep> setup, List<RunbookStep> teardown) {
        steps.check(setup, Published.nothing(), problems);
        steps.check(teardown, published(setup), problems);
    }

    /** What the setup publishes, for all that comes after it. */
    Published published(List<RunbookStep> setup) {
        return Published.nothing().and(setup, catalogue);
    }

    List<RunbookStep> read(List<Yaml> items, OnFailure onFailure) {
        return names.read(items, fields -> {
            fields.scalar("system")
                    .ifPresent(system -> new Names("system", systemTypes.keySet()).check(system, fields.problems()));
            return steps.read(fields, StepReader.ofDrill(fields, onFailure));
        });
    }
}
