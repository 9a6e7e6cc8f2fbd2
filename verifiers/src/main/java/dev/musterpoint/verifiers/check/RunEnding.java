package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.ResidueInspected;
import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.Evidence.RunStarted;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a run ended and what it left, folded from its journal and its recovery chain. A run whose journal does not say that
 * it ended has crashed. What was left is as the last to end it says; where somebody inspected after that, or nobody said,
 * it is as the inspections say.
 */
record RunEnding(String runId, RunOutcome outcome, CleanUp cleanUp) {

    static RunEnding of(EvidenceLog evidence) {
        List<Evidence> journal = new ArrayList<>();
        evidence.journal((JournalEntry entry) -> journal.add(entry.body()));
        List<Evidence> recovery = new ArrayList<>();
        evidence.recovery((JournalEntry entry) -> recovery.add(entry.body()));
        return of(journal, recovery);
    }

    /** As {@link #of(EvidenceLog)}, of each chain up to the first line that cannot be read. */
    static RunEnding ofWhatCanBeRead(EvidenceLog evidence) {
        return of(readable(evidence::journal), readable(evidence::recovery));
    }

    private static List<Evidence> readable(Consumer<Consumer<JournalEntry>> chain) {
        List<Evidence> facts = new ArrayList<>();
        try {
            chain.accept(entry -> facts.add(entry.body()));
        } catch (EvidenceFormatException e) {
            // What came before it counts; the caller says that there is a line that does not.
        }
        return facts;
    }

    private static RunEnding of(List<Evidence> journal, List<Evidence> recovery) {
        Optional<RunEnded> ended = last(journal, RunEnded.class);
        Optional<RunEnded> sealed = last(recovery, RunEnded.class);
        return new RunEnding(
                last(journal, RunStarted.class).map(RunStarted::runId).orElse("unknown"),
                ended.or(() -> sealed).map(RunEnded::outcome).orElse(RunOutcome.CRASHED),
                cleanUp(journal, recovery, ended, sealed));
    }

    private static <T> Optional<T> last(List<Evidence> facts, Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).reduce((one, next) -> next);
    }

    private static CleanUp cleanUp(
            List<Evidence> journal, List<Evidence> recovery, Optional<RunEnded> ended, Optional<RunEnded> sealed) {
        if (sealed.isPresent()) {
            return sealed.get().cleanUp();
        }
        boolean inspectedSince = last(recovery, ResidueInspected.class).isPresent();
        return ended.isPresent() && !inspectedSince ? ended.get().cleanUp() : inspected(journal, recovery);
    }

    private static CleanUp inspected(List<Evidence> journal, List<Evidence> recovery) {
        Map<String, UndoRecord> undos = new LinkedHashMap<>();
        Map<String, CleanUp> lastWord = new HashMap<>();
        for (List<Evidence> chain : List.of(journal, recovery)) {
            for (Evidence fact : chain) {
                if (fact instanceof UndoPrepared prepared) {
                    undos.put(prepared.undo().id(), prepared.undo());
                } else if (fact instanceof ResidueInspected inspected) {
                    lastWord.put(inspected.undo(), inspected.residue().state());
                }
            }
        }
        return undos.values().stream()
                .filter(undo -> undo.kind() != UndoKind.NONE)
                .map(undo -> state(undo, lastWord.getOrDefault(undo.id(), CleanUp.UNKNOWN)))
                .reduce(CleanUp.CLEAN, CleanUp::and);
    }

    /** What a person was to undo, and is not proven to be undone, is still there. */
    private static CleanUp state(UndoRecord undo, CleanUp lastWord) {
        boolean pending = undo.kind() == UndoKind.MANUAL && lastWord != CleanUp.CLEAN;
        return pending ? CleanUp.DIRTY : lastWord;
    }
}
