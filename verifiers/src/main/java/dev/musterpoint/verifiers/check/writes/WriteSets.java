package dev.musterpoint.verifiers.check.writes;

import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.verdict.Finding.ReignSeen;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.drills.verdict.Interval;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a workload's writes by one read-back. Acknowledged are those whose answer came before reading began:
 * later ones need not be in it.
 */
public final class WriteSets {
    private static final int NAMED = 100;

    private final WriteHistory history;
    private final ReadBack readBack;
    private final Reigns reigns;
    private final BitSet lost = new BitSet();
    private final Map<Reign, BitSet> lostBy = new HashMap<>();
    private long acknowledged;
    private long failed;
    private long unknown;
    private long recovered;
    private long phantom;
    private long repeated;

    public WriteSets(WriteHistory history, ReadBack readBack, List<EndEvent> events) {
        this.history = history;
        this.readBack = readBack;
        reigns = new Reigns(history, readBack, events);
        phantom = readBack.strangers();
        countAll();
        judgeReigns();
    }

    private void countAll() {
        boolean counted = false;
        int landedBefore = -1;
        for (int i = 0; i < history.size(); i++) {
            boolean landed = readBack.landed(i);
            count(i, landed);
            if (landed) {
                boolean again = landedBefore >= 0 && history.sameWrite(landedBefore, i);
                repeated += again && !counted ? 1 : 0;
                counted = again;
                landedBefore = i;
            }
        }
    }

    private void count(int i, boolean landed) {
        if (history.outcome(i) == WriteOutcome.FAILED) {
            failed++;
            phantom += landed ? 1 : 0;
        } else if (history.outcome(i) == WriteOutcome.UNKNOWN) {
            unknown++;
            recovered += landed ? 1 : 0;
        } else if (history.acknowledgedBy(i, readBack.started())) {
            acknowledged++;
            lost.set(i, !landed);
        }
    }

    private void judgeReigns() {
        for (int i = lost.nextSetBit(0); i >= 0; i = lost.nextSetBit(i + 1)) {
            lostBy.computeIfAbsent(reigns.of(i), reign -> new BitSet()).set(i);
            if (reigns.isDoubtful(i)) {
                reigns.of(i).lostByAny(history.start(i), history.end(i));
            } else {
                reigns.of(i).lost(history.start(i), history.end(i));
            }
        }
        for (int i = 0; i < history.size(); i++) {
            if (history.acknowledgedBy(i, readBack.started()) && !reigns.isDoubtful(i)) {
                Reign reign = reigns.of(i);
                reign.acknowledged(history.start(i));
                if (!lost.get(i)) {
                    reign.survived(history.start(i), history.end(i));
                }
            }
        }
    }

    /** Acknowledged and not read back, by number in the history. */
    public BitSet lost() {
        return (BitSet) lost.clone();
    }

    /** The window of loss: the worst of all servers. Empty when nothing ended a reign and nothing was lost. */
    public Optional<Interval> lossWindow() {
        return reigns.all().stream()
                .map(reign -> reign.window(readBack.started()))
                .flatMap(Optional::stream)
                .reduce(Interval::worst);
    }

    /** The window of loss of the reign that the named event ended; empty when there was no such event. */
    public Optional<Interval> lossWindow(String event) {
        return reigns.all().stream()
                .filter(reign ->
                        reign.end().map(end -> end.name().equals(event)).orElse(false))
                .map(reign -> reign.window(readBack.started()))
                .flatMap(Optional::stream)
                .reduce(Interval::worst);
    }

    /** Lost in the reign that the named event ended, by number in the history. */
    BitSet lost(String event) {
        return reigns.all().stream()
                .filter(reign -> endedBy(reign).equals(event))
                .findFirst()
                .map(this::lostIn)
                .orElseGet(BitSet::new);
    }

    private BitSet lostIn(Reign reign) {
        return lostBy.getOrDefault(reign, new BitSet());
    }

    private static String endedBy(Reign reign) {
        return reign.end().map(EndEvent::name).orElse("");
    }

    /** When reading began, in nanoseconds of the run's clock. */
    long started() {
        return readBack.started();
    }

    /** The reigns, ended ones first. */
    List<ReignSeen> reigns(String workload) {
        return reigns.all().stream()
                .map(reign -> new ReignSeen(
                        workload,
                        history.serverName(reigns.serverOf(reign)),
                        endedBy(reign),
                        reign.acknowledged(),
                        lostIn(reign).cardinality(),
                        ids(lostIn(reign)),
                        reign.window(readBack.started())))
                .toList();
    }

    /** The finding that shows all this. */
    public WritesSeen seen(String workload) {
        return new WritesSeen(
                workload,
                true,
                history.size(),
                acknowledged,
                failed,
                unknown,
                readBack.rows(),
                lost.cardinality(),
                recovered,
                phantom,
                repeated,
                readBack.duplicates(),
                readBack.corrupt(),
                reigns.all().stream().mapToLong(Reign::holes).sum(),
                reigns.all().stream().mapToLong(Reign::splitBrain).sum(),
                ids(lost),
                lossWindow());
    }

    private List<WriteId> ids(BitSet writes) {
        return writes.stream().limit(NAMED).mapToObj(history::id).toList();
    }
}
