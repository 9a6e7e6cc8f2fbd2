package dev.musterpoint.verifiers.check.sim;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.ProbeSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** An open loop of attempts by a runner that may stand still at any moment, even between taking the time and sending. */
final class ProbeSim {
    private final ProbeSpec probe;
    private final Service service;
    private final Standstills standstills;
    private final List<Stretch> dropped;
    private final Random64 random;
    private final List<Fate> fates = new ArrayList<>();
    private final List<Observation> seen = new ArrayList<>();
    private final PriorityQueue<Long> underWay = new PriorityQueue<>();

    ProbeSim(ProbeSpec probe, Service service, Standstills standstills, List<Stretch> dropped, Random64 random) {
        this.probe = probe;
        this.service = service;
        this.standstills = standstills;
        this.dropped = dropped;
        this.random = random;
    }

    /**
     * What truly became of an attempt: how long after it was sent the right answer came; {@link Truth#NEVER} if none did.
     */
    record Fate(long tick, int slot, long due, long latency) {}

    /** What became of the attempts that were made. */
    List<Fate> fates() {
        return fates;
    }

    /** The observations of all attempts due from {@code first} and before {@code end}, in order of completion. */
    List<Observation> run(long first, long end) {
        long every = probe.every().toNanos();
        for (long tick = 0; first + tick * every < end; tick++) {
            for (int slot = 0; slot < probe.perTick(); slot++) {
                long due = first + tick * every;
                if (dropped.stream().noneMatch(gap -> due >= gap.from() && due < gap.to())) {
                    seen.add(attempt(tick, slot, due));
                }
            }
        }
        seen.sort(Comparator.comparing(Observation::ended));
        return seen;
    }

    private Observation attempt(long tick, int slot, long due) {
        long a = standstills.wake(due + random.between(0, 200_000));
        if (!hasRoom(a)) {
            return observation(tick, slot, due, a, a, AnswerKind.NOT_STARTED);
        }
        long sent = standstills.wake(a + random.between(0, 50_000));
        Service.Reply reply = service.reply(sent, random);
        fates.add(new Fate(tick, slot, due, reply.latencySince(sent)));
        long givenUp = standstills.wake(a + probe.timeout().toNanos());
        long noticed = reply.arrival() == Truth.NEVER ? Truth.NEVER : standstills.wake(reply.arrival());
        boolean both = noticed == givenUp && random.chance(0.5);
        if (noticed > givenUp || both) {
            underWay.add(givenUp);
            return observation(tick, slot, due, a, givenUp, AnswerKind.TIMEOUT);
        }
        underWay.add(noticed);
        return observation(tick, slot, due, a, noticed, reply.correct() ? AnswerKind.CORRECT : AnswerKind.ERROR);
    }

    private boolean hasRoom(long moment) {
        while (!underWay.isEmpty() && underWay.peek() <= moment) {
            underWay.remove();
        }
        return underWay.size() < probe.inFlight();
    }

    private static Observation observation(long tick, int slot, long due, long a, long c, AnswerKind kind) {
        String detail = kind == AnswerKind.ERROR ? "refused" : "";
        return new Observation(tick, slot, new Moment(due), new Moment(a), new Moment(c), kind, detail, "");
    }
}
