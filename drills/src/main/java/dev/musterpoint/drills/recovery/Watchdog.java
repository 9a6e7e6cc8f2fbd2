package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.Evidence.UndoEnded;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.Evidence.UndoStarted;
import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.spi.RunClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks after a run from outside its process and says when its runner no longer does: no heartbeat for {@link #SILENCE},
 * or a fault that has stood longer than it may. One {@link #look} a second; the times are this process's own, so that no
 * clock is compared with another.
 */
public final class Watchdog {
    /** How long the heartbeat may be missing. */
    public static final Duration SILENCE = Duration.ofSeconds(10);
    /** How much longer than {@code holdFor} the engine gets to undo a fault itself. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /**
     * How long a runner that has begun to undo may take: one that lives does what whoever ended it would have to do, and each call
     * has its own end.
     */
    static final Duration UNDOING = Duration.ofMinutes(10);

    private final RunDirectory run;
    private final RunClock clock;
    private final Map<String, Moment> seen = new HashMap<>();
    private byte[] lastBeat = {};
    private Moment lastChange;
    private Moment undoing;

    public Watchdog(RunDirectory run, RunClock clock) {
        this.run = run;
        this.clock = clock;
        this.lastChange = clock.now();
    }

    /** Why the runner must be ended; empty while all is well. */
    public Optional<String> look() {
        Moment now = clock.now();
        byte[] beat = beat();
        if (!Arrays.equals(beat, lastBeat)) {
            lastBeat = beat;
            lastChange = now;
        }
        if (now.minus(lastChange).compareTo(SILENCE) > 0) {
            return Optional.of("no heartbeat for " + SILENCE.toSeconds() + " s");
        }
        return overdue(now)
                .map(undo -> undo.target() + " has stood longer than its "
                        + undo.holdFor().toSeconds() + " s");
    }

    private byte[] beat() {
        try {
            return Files.readAllBytes(run.heartbeat());
        } catch (IOException e) {
            return lastBeat;
        }
    }

    private Optional<UndoRecord> overdue(Moment now) {
        Map<String, UndoRecord> standing = new HashMap<>();
        Set<String> ended = new HashSet<>();
        try {
            new RunReader(run).journal(entry -> {
                if (entry.body() instanceof UndoPrepared prepared && undoesItself(prepared.undo())) {
                    standing.put(prepared.undo().id(), prepared.undo());
                } else if (entry.body() instanceof UndoEnded end) {
                    ended.add(end.undo());
                } else if (entry.body() instanceof UndoStarted && undoing == null) {
                    undoing = now;
                }
            });
        } catch (UncheckedIOException | EvidenceFormatException e) {
            return Optional.empty();
        }
        if (undoing != null && now.minus(undoing).compareTo(UNDOING) <= 0) {
            return Optional.empty();
        }
        standing.keySet().removeAll(ended);
        standing.keySet().forEach(id -> seen.putIfAbsent(id, now));
        return standing.values().stream()
                .filter(undo ->
                        now.minus(seen.get(undo.id())).compareTo(undo.holdFor().plus(GRACE)) > 0)
                .findFirst();
    }

    private static boolean undoesItself(UndoRecord undo) {
        return !undo.holdFor().isZero() && (undo.kind() == UndoKind.AUTO || undo.kind() == UndoKind.IF);
    }
}
