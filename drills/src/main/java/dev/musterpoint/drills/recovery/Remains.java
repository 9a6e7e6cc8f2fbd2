package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.ProblemMet;
import dev.musterpoint.drills.evidence.Evidence.RunStarted;
import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.evidence.Evidence.SystemOpened;
import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.journal.Lines;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.spi.Systems;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the chains of a run say of what it left. A line that cannot be read is noted and passed over: one bad block must
 * not keep the faults of all other lines in place.
 */
final class Remains {
    private static final JsonCodec<JournalEntry> ENTRY = JsonCodec.lines(JournalEntry.class);

    private final UndoFold undo = new UndoFold();
    private final Map<String, SystemFacts> systems = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final List<ProblemMet> problems = new ArrayList<>();
    private RunStarted started;

    static Remains of(RunDirectory run) {
        Remains remains = new Remains();
        remains.read(run, "journal.jsonl");
        remains.read(run, "recovery.jsonl");
        return remains;
    }

    private void read(RunDirectory run, String name) {
        try {
            Lines.of(run.path().resolve(name), (number, line, complete) -> {
                if (complete) {
                    read(name + ":" + number, line);
                }
            });
        } catch (UncheckedIOException e) {
            problems.add(new ProblemMet(name, e.getMessage()));
        }
    }

    private void read(String where, byte[] line) {
        try {
            add(ENTRY.decode(line, where).body());
        } catch (EvidenceFormatException e) {
            problems.add(new ProblemMet(where, e.getMessage()));
        }
    }

    private void add(Evidence fact) {
        undo.add(fact);
        if (fact instanceof SystemOpened opened) {
            systems.put(opened.system().name(), opened.system());
        } else if (fact instanceof SegmentClosed segment) {
            closed.add(segment.path());
        } else if (fact instanceof RunStarted start && started == null) {
            started = start;
        }
    }

    UndoFold undo() {
        return undo;
    }

    Systems systems() {
        return name -> Optional.ofNullable(systems.get(name))
                .orElseThrow(() -> new IllegalArgumentException("system '" + name + "' was never opened"));
    }

    boolean isClosed(String segment) {
        return closed.contains(segment);
    }

    List<ProblemMet> problems() {
        return List.copyOf(problems);
    }

    Optional<RunStarted> started() {
        return Optional.ofNullable(started);
    }

    /** The state of everything the run changed. A line that cannot be read may have told of one more change. */
    CleanUp state() {
        return problems.isEmpty() ? undo.state() : undo.state().and(CleanUp.UNKNOWN);
    }
}
