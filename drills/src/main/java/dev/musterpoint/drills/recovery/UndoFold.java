package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.ResidueInspected;
import dev.musterpoint.drills.evidence.Evidence.UndoAmended;
import dev.musterpoint.drills.evidence.Evidence.UndoEnded;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a chain of facts says is still to be undone. Fed facts in order; later words of one record replace earlier ones. */
public final class UndoFold {
    private final Map<String, UndoRecord> records = new LinkedHashMap<>();
    private final Map<String, CleanUp> states = new LinkedHashMap<>();

    public void add(Evidence fact) {
        if (fact instanceof UndoPrepared prepared) {
            records.put(prepared.undo().id(), prepared.undo());
            states.put(prepared.undo().id(), initial(prepared.undo()));
        } else if (fact instanceof UndoAmended amended) {
            records.computeIfPresent(amended.undo(), (id, undo) -> undo.amended(amended.data()));
        } else if (fact instanceof UndoEnded ended && !ended.error().isEmpty()) {
            states.replace(ended.undo(), CleanUp.UNKNOWN);
        } else if (fact instanceof ResidueInspected inspected) {
            states.replace(inspected.undo(), inspected.residue().state());
        }
    }

    private static CleanUp initial(UndoRecord undo) {
        return switch (undo.kind()) {
            case NONE -> CleanUp.CLEAN;
            case MANUAL -> CleanUp.DIRTY;
            case AUTO, IF -> CleanUp.UNKNOWN;
        };
    }

    /** What has not been seen gone, last made first. */
    public List<UndoRecord> pending() {
        List<UndoRecord> pending = new ArrayList<>();
        records.forEach((id, undo) -> {
            if (undo.kind() != UndoKind.NONE && states.get(id) != CleanUp.CLEAN) {
                pending.add(undo);
            }
        });
        Collections.reverse(pending);
        return List.copyOf(pending);
    }

    /** The clean-up state of all records together; of none, clean. */
    public CleanUp state() {
        return states.values().stream().reduce(CleanUp.CLEAN, CleanUp::and);
    }
}
