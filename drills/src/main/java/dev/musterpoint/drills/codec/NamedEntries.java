package dev.musterpoint.drills.codec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads a mapping from names to things: systems, probes, workloads. */
final class NamedEntries {
    private final String kind;
    private final Problems problems;
    private final Set<String> names = new LinkedHashSet<>();

    NamedEntries(String kind, Problems problems) {
        this.kind = kind;
        this.problems = problems;
    }

    void read(List<Yaml.Entry> entries, BiConsumer<String, Fields> reader) {
        for (Yaml.Entry entry : entries) {
            String name = entry.key().text();
            names.add(name);
            Identifiers.check(entry.key(), "a " + kind + "'s name", problems);
            Fields.of(entry.value(), kind + " " + Quoted.of(name), problems)
                    .ifPresent(fields -> reader.accept(Identifiers.isName(name) ? name : Fields.MISSING, fields));
        }
    }

    /** All names, also those of things that could not be read. */
    Names names() {
        return new Names(kind, names);
    }
}
