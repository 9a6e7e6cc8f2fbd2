package dev.musterpoint.verifiers.workload.sql;

import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.spi.Ledger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** A ledger in memory, on which a test can wait. */
final class MemoryLedger implements Ledger {
    private final Map<WriteId, WriteAttempt> attempts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<WriteAnswer> answers = new ConcurrentLinkedQueue<>();

    @Override
    public void attempt(WriteAttempt attempt) {
        if (attempts.put(attempt.id(), attempt) != null) {
            throw new IllegalStateException("attempted twice: " + attempt.id());
        }
    }

    @Override
    public synchronized void answer(WriteAnswer answer) {
        answers.add(answer);
        notifyAll();
    }

    WriteAttempt attempt(WriteId id) {
        return attempts.get(id);
    }

    int attempts() {
        return attempts.size();
    }

    List<WriteAnswer> answers(WriteOutcome outcome) {
        return answers.stream().filter(answer -> answer.outcome() == outcome).toList();
    }

    List<WriteAnswer> answers() {
        return List.copyOf(answers);
    }

    /** Waits until {@code count} answers satisfy {@code condition}. */
    synchronized void await(int count, Predicate<WriteAnswer> condition) throws InterruptedException {
        while (answers.stream().filter(condition).count() < count) {
            wait();
        }
    }

    /** Waits until this attempt was answered. */
    void await(WriteId id) throws InterruptedException {
        await(1, answer -> answer.id().equals(id));
    }
}
