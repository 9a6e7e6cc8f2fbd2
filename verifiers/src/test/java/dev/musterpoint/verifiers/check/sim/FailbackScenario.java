package dev.musterpoint.verifiers.check.sim;

import static dev.musterpoint.verifiers.check.sim.Random64.MS;
import static dev.musterpoint.verifiers.check.sim.Random64.S;

import dev.musterpoint.drills.evidence.WriteId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A scripted run that fails over and back, as it truly went: server {@code p} dies at {@link #died}, {@code s} reigns from
 * {@link #promoted} until it stops taking writes at {@link #stopped}, and {@code p} reigns again from {@link #back}.
 * Nanoseconds of the run's clock.
 */
final class FailbackScenario {
    final Random64 random;
    final long died;
    final long effectSeen;
    final long promoted;
    final long firstRead;
    final long rejoinedRead;
    final long switchFrom;
    final long stopped;
    final long switchTo;
    final long back;
    final long finish;

    /** Up to when what was committed by the one that ended had reached the one that took over. */
    final long replicated;

    final long caughtUp;
    final List<Write> writes = new ArrayList<>();

    /** One acknowledged write. */
    record Write(WriteId id, long a, long commit, long c, String server, int reign) {}

    /** @param lag the longest by which the server that takes over at the fail-back may lag, in milliseconds */
    FailbackScenario(Random64 random, long lag) {
        this.random = random;
        died = random.ms(2_500, 3_000);
        effectSeen = died + random.ms(0, 50);
        promoted = effectSeen + random.ms(200, 1_500);
        firstRead = promoted + random.ms(3_000, 3_500);
        rejoinedRead = firstRead + random.ms(200, 1_000);
        switchFrom = rejoinedRead + random.ms(1, 100);
        stopped = switchFrom + random.ms(0, 400);
        switchTo = stopped + random.ms(0, 200);
        back = switchTo + random.ms(200, 1_500);
        finish = back + 4 * S;
        replicated = died - random.ms(0, 600);
        caughtUp = stopped - random.ms(0, lag);
        long think = random.ms(2, 60);
        for (int writer = 0; writer < random.times(1, 3); writer++) {
            write(writer, think);
        }
    }

    private void write(int writer, long think) {
        long now = random.ms(0, 20);
        for (long sequence = 0; now < finish; sequence++) {
            long commit = now + random.ms(0, 10);
            long answered = commit + random.ms(1, 20);
            if (isUp(now) && isUp(commit) && reign(now) == reign(commit)) {
                int reign = reign(commit);
                writes.add(new Write(
                        new WriteId(writer, sequence, 0), now, commit, answered, reign == 2 ? "s" : "p", reign));
            }
            now = answered + random.between(0, think);
        }
    }

    /** Whether the service takes a request that is made at {@code moment}. */
    boolean isUp(long moment) {
        return moment < died || moment >= promoted && moment < stopped || moment >= back;
    }

    private int reign(long moment) {
        return moment < died ? 1 : moment < stopped ? 2 : 3;
    }

    /** Whether a read-back that began at {@code read} finds the write. */
    boolean survives(Write write, long read) {
        boolean failedOver = write.reign() > 1 || write.commit() <= replicated;
        boolean failedBack = write.reign() != 2 || read < stopped || write.commit() <= caughtUp;
        return write.commit() <= read && failedOver && failedBack;
    }

    /** What is lost for good of a reign. */
    Set<WriteId> lost(int reign) {
        return ids(write -> write.reign() == reign && !survives(write, finish + S));
    }

    private Set<WriteId> ids(Predicate<Write> which) {
        return writes.stream().filter(which).map(Write::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How far back from {@code end} the commits of a reign's lost writes reach; 0 when none is lost. */
    long shortestLoss(int reign, long end) {
        Collection<WriteId> lost = lost(reign);
        return writes.stream()
                .filter(write -> lost.contains(write.id()))
                .mapToLong(write -> end - write.commit())
                .max()
                .orElse(0);
    }

    /** The recovery time of the fail-back, from the start of the step that switches. */
    long recoveryTime() {
        return back - switchFrom;
    }

    static FailbackScenario of(String family, long index) {
        Random64 random = new Random64(family, index);
        return switch (family) {
            case "fail-back-loses" -> new FailbackScenario(random, 1_500);
            case "fail-back-loses-nothing" -> new FailbackScenario(random, 0);
            default -> throw new IllegalArgumentException(family);
        };
    }

    static List<String> families() {
        return List.of("fail-back-loses", "fail-back-loses-nothing");
    }

    /** A moment near {@code value}, so that targets fall on either side of it. */
    long near(long value) {
        return Math.max(MS, value + random.between(-value / 2, value / 2));
    }
}
