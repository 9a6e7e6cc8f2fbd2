package dev.musterpoint.drills.spi;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spec.Checks;
import java.util.List;
import java.util.Objects;

/**
 * What the catalogue knows of one type of fault, probe, workload, system or step.
 *
 * @param targetParameters what may stand under {@code target:}; faults only
 * @param systems          the system types it works with; empty when it needs no system
 * @param permissions      what it needs to be allowed to do, in words
 * @param undo             how its change is undone; {@code NONE} where it changes nothing that stays
 */
public record TypeInfo(
        String type,
        String summary,
        List<Parameter> parameters,
        List<Parameter> targetParameters,
        List<String> systems,
        List<String> permissions,
        UndoKind undo) {
    public TypeInfo {
        Checks.text(type, "type");
        Checks.text(summary, "summary");
        parameters = List.copyOf(parameters);
        targetParameters = List.copyOf(targetParameters);
        systems = List.copyOf(systems);
        permissions = List.copyOf(permissions);
        Objects.requireNonNull(undo);
    }

    /** A type that has no targets and leaves nothing behind, such as a probe. */
    public static TypeInfo of(String type, String summary, List<Parameter> parameters, List<String> systems) {
        return new TypeInfo(type, summary, parameters, List.of(), systems, List.of(), UndoKind.NONE);
    }
}
