package dev.musterpoint.verifiers.check.sim;

import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What became of a history's writes, by the definition of the sets, from what truly happened. */
final class WriteTruth {
    private final WriteScenario scenario;
    final Set<WriteId> acknowledged;
    final Set<WriteId> lost;
    final Set<WriteId> recovered;
    final Set<WriteId> lostAtFailBack;
    final long phantom;
    final long repeated;
    final long failed;
    final long unknown;

    /** The window of loss lies between these: what was committed in between nobody wrote. */
    final long shortest;

    final long longest;

    WriteTruth(WriteScenario scenario) {
        this.scenario = scenario;
        acknowledged = ids(write -> write.acknowledgedBy(scenario.readFrom));
        lost = ids(write -> write.acknowledgedBy(scenario.readFrom) && !there(write));
        recovered = ids(write -> write.outcome() == WriteOutcome.UNKNOWN && there(write));
        lostAtFailBack = new TreeSet<>(ids(write -> scenario.read2From != Truth.NEVER
                && write.acknowledgedBy(scenario.read2From)
                && !write.survivesFailBack()));
        lostAtFailBack.removeAll(lost);
        phantom = ids(write -> write.outcome() == WriteOutcome.FAILED && there(write))
                        .size()
                + new HashSet<>(scenario.strangers).size();
        repeated = scenario.writes.stream()
                .filter(this::there)
                .collect(Collectors.groupingBy(
                        write -> write.id().writer() + "/" + write.id().sequence()))
                .values()
                .stream()
                .filter(landed -> landed.size() > 1)
                .count();
        failed = ids(write -> write.outcome() == WriteOutcome.FAILED).size();
        unknown = ids(write -> write.outcome() == WriteOutcome.UNKNOWN).size();
        List<SimWrite> ofOld = inOldReign();
        List<SimWrite> ofNew = scenario.writes.stream()
                .filter(write -> write.server().equals("s") && write.acknowledgedBy(scenario.read2From))
                .toList();
        boolean failedBack = scenario.failBack != Truth.NEVER;
        shortest = Math.max(
                shortest(ofOld, lost, scenario.end),
                failedBack ? shortest(ofNew, lostAtFailBack, scenario.failBack) : 0);
        longest = Math.max(
                longest(ofOld, lost, scenario.end), failedBack ? longest(ofNew, lostAtFailBack, scenario.failBack) : 0);
    }

    /** Corrupt rows prove nothing. */
    private boolean there(SimWrite write) {
        return write.survives() && !scenario.corrupt.contains(write.id());
    }

    private Set<WriteId> ids(Predicate<SimWrite> which) {
        return scenario.writes.stream().filter(which).map(SimWrite::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the old server acknowledged before it ended; all of it while it went on beside the new one. */
    List<SimWrite> inOldReign() {
        return scenario.writes.stream()
                .filter(write -> write.server().equals("p") && write.acknowledgedBy(scenario.readFrom))
                .filter(write -> write.commit() < scenario.oldStops)
                .toList();
    }

    private static long shortest(List<SimWrite> reign, Collection<WriteId> lost, long end) {
        long last = lastOf(reign, lost, end);
        return reign.stream()
                .filter(write -> lost.contains(write.id()))
                .mapToLong(write -> last - write.commit())
                .max()
                .orElse(0);
    }

    private static long longest(List<SimWrite> reign, Collection<WriteId> lost, long end) {
        long firstLost = reign.stream()
                .filter(write -> lost.contains(write.id()))
                .mapToLong(SimWrite::commit)
                .min()
                .orElse(Long.MAX_VALUE);
        long lastKept = reign.stream()
                .filter(write -> !lost.contains(write.id()) && write.commit() < firstLost)
                .mapToLong(SimWrite::commit)
                .max()
                .orElse(Long.MIN_VALUE);
        return lastKept == Long.MIN_VALUE ? Long.MAX_VALUE : lastOf(reign, lost, end) - lastKept;
    }

    /** When the reign ended, or gave its last acknowledgement that was lost. */
    private static long lastOf(List<SimWrite> reign, Collection<WriteId> lost, long end) {
        return reign.stream()
                .filter(write -> lost.contains(write.id()))
                .mapToLong(SimWrite::commit)
                .reduce(end, Math::max);
    }

    /** Survivors of the old reign that started after a loss was acknowledged. */
    long holes() {
        long firstLost = inOldReign().stream()
                .filter(write -> lost.contains(write.id()))
                .mapToLong(SimWrite::c)
                .min()
                .orElse(Long.MAX_VALUE);
        return inOldReign().stream()
                .filter(write -> !lost.contains(write.id()) && write.a() >= firstLost)
                .count();
    }

    /** Acknowledgements of the old server that it should not have given. */
    long splitBrain() {
        long successor = scenario.writes.stream()
                .filter(write -> write.server().equals("s") && write.acknowledgedBy(scenario.readFrom))
                .mapToLong(SimWrite::c)
                .min()
                .orElse(Long.MAX_VALUE);
        return inOldReign().stream()
                .filter(write -> write.a() > scenario.effectSeen || write.a() > successor)
                .count();
    }
}
