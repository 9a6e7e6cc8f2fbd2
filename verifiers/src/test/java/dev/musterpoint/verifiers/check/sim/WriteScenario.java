package dev.musterpoint.verifiers.check.sim;

import static dev.musterpoint.verifiers.check.sim.Random64.MS;

import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One random history of writes. Writers write to server {@code p} until it ends at {@code end}, then to server {@code s}
 * from {@code promoted} on. What {@code p} committed up to {@code replicated} reached {@code s}. Nanoseconds.
 */
final class WriteScenario {
    final Random64 random;
    final int writers;
    final long end;
    final long askedFor;
    final long effectSeen;
    final long finish;
    final long maxCommit;
    final long maxAnswer;
    final List<SimWrite> writes = new ArrayList<>();
    final List<WriteId> strangers = new ArrayList<>();
    final List<WriteId> twice = new ArrayList<>();
    final List<WriteId> corrupt = new ArrayList<>();

    long replicated;
    long promoted;
    long oldStops;
    long think;
    long readFrom;
    long readTo;
    String newServer = "s";
    String readServer = "s";
    boolean serversKnown = true;
    double serverShare = 1;
    long failBack = Truth.NEVER;
    long failedBackUpTo;
    long read2From;

    WriteScenario(Random64 random) {
        this.random = random;
        writers = random.times(1, 5);
        think = random.ms(2, 60);
        maxCommit = random.ms(1, random.chance(0.5) ? 10 : 100);
        maxAnswer = random.ms(1, random.chance(0.5) ? 10 : 100);
        end = random.ms(1500, 3000);
        askedFor = end - random.ms(0, random.chance(0.5) ? 5 : 300);
        effectSeen = end + random.ms(0, random.chance(0.5) ? 5 : 300);
        replicated = end - random.ms(0, 800);
        promoted = end + random.ms(50, 800);
        oldStops = end;
        finish = promoted + random.ms(200, 1500);
        readFrom = finish + 200 * MS;
        readTo = readFrom;
        read2From = Truth.NEVER;
    }

    /** Lets all writers write until the end of the history. */
    WriteScenario write() {
        return write(maxCommit, maxAnswer);
    }

    /** The same with the longest time to commit and to answer after that. */
    WriteScenario write(long commit, long answer) {
        for (int writer = 0; writer < writers; writer++) {
            long now = random.ms(0, 20);
            for (long sequence = 0; now < finish; sequence++) {
                SimWrite write = write(new WriteId(writer, sequence, 0), now, commit, answer);
                writes.add(write);
                now = Math.max(now, write.c() == Truth.NEVER ? now + 50 * MS : write.c()) + random.between(0, think);
            }
        }
        return this;
    }

    private SimWrite write(WriteId id, long a, long commit, long answer) {
        long committed = a + random.between(0, commit);
        long answered = committed + random.between(1000, answer);
        if (a >= failBack) {
            return acknowledged(id, a, committed, answered, "p");
        }
        if (a >= promoted && (oldStops <= promoted || random.chance(0.5))) {
            return acknowledged(id, a, committed, answered, newServer);
        }
        if (a >= oldStops) {
            return new SimWrite(id, a, Truth.NEVER, answered, WriteOutcome.FAILED, "p", false, false);
        }
        if (committed >= oldStops) {
            boolean told = random.chance(0.5);
            long c = told ? oldStops + random.ms(0, 50) : Truth.NEVER;
            return new SimWrite(id, a, Truth.NEVER, c, WriteOutcome.UNKNOWN, "p", false, false);
        }
        boolean survives = committed <= replicated;
        boolean cut = answered >= oldStops && random.chance(0.5);
        if (cut) {
            long c = oldStops + random.ms(0, 50);
            return new SimWrite(id, a, committed, c, WriteOutcome.UNKNOWN, "p", survives, survives);
        }
        return new SimWrite(id, a, committed, answered, WriteOutcome.ACKNOWLEDGED, "p", survives, survives);
    }

    private SimWrite acknowledged(WriteId id, long a, long committed, long answered, String server) {
        boolean read = committed <= readTo;
        boolean kept = server.equals("p") || committed <= failedBackUpTo || failBack == Truth.NEVER;
        return new SimWrite(id, a, committed, answered, WriteOutcome.ACKNOWLEDGED, server, read, kept);
    }

    /** Changes each write for which {@code share} by chance says so. */
    WriteScenario change(double share, UnaryOperator<SimWrite> change) {
        writes.replaceAll(write -> random.chance(share) ? change.apply(write) : write);
        return this;
    }

    /** Adds a second attempt at some writes, as a client does that retries under a new identity. */
    WriteScenario retry(double share) {
        List<SimWrite> again = new ArrayList<>();
        for (SimWrite each : writes) {
            if (random.chance(share)) {
                WriteId id = new WriteId(each.id().writer(), each.id().sequence(), 1);
                again.add(write(id, each.a() + random.ms(50, 100), maxCommit, maxAnswer));
            }
        }
        writes.addAll(again);
        return this;
    }
}
