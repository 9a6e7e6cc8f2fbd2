package dev.musterpoint.verifiers.check.writes;

import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.verifiers.check.columns.ByteColumn;
import dev.musterpoint.verifiers.check.columns.IntColumn;
import dev.musterpoint.verifiers.check.columns.LongColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A workload's ledger with every attempt joined to its answer: attempts numbered from 0 in the order of their identities,
 * times in nanoseconds of the run's clock. Add all lines, then {@link #join}, then read.
 */
public final class WriteHistory {
    /** The number of no server: the answer does not say who gave it. */
    static final int UNKNOWN_SERVER = 0;

    /** The number of any server that never answered a write. */
    static final int SILENT_SERVER = -1;

    private static final WriteOutcome[] OUTCOMES = WriteOutcome.values();

    private final Ids attempts = new Ids();
    private final LongColumn starts = new LongColumn();
    private final IntColumn checksums = new IntColumn();

    private final Ids answers = new Ids();
    private final LongColumn ends = new LongColumn();
    private final ByteColumn outcomes = new ByteColumn();
    private final IntColumn answerers = new IntColumn();

    private final Map<String, Integer> serverNumbers = new HashMap<>(Map.of("", UNKNOWN_SERVER));
    private final List<String> servers = new ArrayList<>(List.of(""));

    private int[] order = {};
    private int[] answerOf = {};

    public void add(LedgerLine line) {
        if (line instanceof WriteAttempt attempt) {
            attempts.add(attempt.id());
            starts.add(attempt.started().nanos());
            checksums.add(Checksums.pack(attempt.checksum()));
        } else if (line instanceof WriteAnswer answer) {
            answers.add(answer.id());
            ends.add(answer.ended().nanos());
            outcomes.add(answer.outcome().ordinal());
            answerers.add(serverNumbers.computeIfAbsent(answer.server(), this::newServer));
        }
    }

    private int newServer(String name) {
        servers.add(name);
        return servers.size() - 1;
    }

    /**
     * Joins attempts and answers.
     *
     * @throws IllegalStateException when the ledger contradicts itself: an identity used or answered twice, or an answer
     *     to what was never attempted
     */
    public WriteHistory join() {
        order = attempts.inOrder();
        answerOf = new int[order.length];
        Arrays.fill(answerOf, -1);
        int[] answersInOrder = answers.inOrder();
        int next = 0;
        for (int i = 0; i < order.length; i++) {
            if (i > 0 && attempts.compare(order[i], attempts, order[i - 1]) == 0) {
                throw contradiction("attempted twice", id(i));
            }
            if (next < answersInOrder.length && answers.compare(answersInOrder[next], attempts, order[i]) == 0) {
                answerOf[i] = answersInOrder[next++];
            }
        }
        if (next < answersInOrder.length) {
            throw contradiction("answered, but not attempted, or answered twice", answers.get(answersInOrder[next]));
        }
        return this;
    }

    private static IllegalStateException contradiction(String what, WriteId id) {
        return new IllegalStateException(
                "the ledger contradicts itself: write " + id + " was " + what + "; it cannot be judged");
    }

    public int size() {
        return order.length;
    }

    public WriteId id(int i) {
        return attempts.get(order[i]);
    }

    /** a */
    long start(int i) {
        return starts.get(order[i]);
    }

    /** c; meaningless where there was no answer. */
    long end(int i) {
        return answerOf[i] < 0 ? Long.MAX_VALUE : ends.get(answerOf[i]);
    }

    /** What the client was told; an attempt without an answer is unknown. */
    WriteOutcome outcome(int i) {
        return answerOf[i] < 0 ? WriteOutcome.UNKNOWN : OUTCOMES[outcomes.get(answerOf[i])];
    }

    /** Whether it was acknowledged by {@code moment}. */
    boolean acknowledgedBy(int i, long moment) {
        return outcome(i) == WriteOutcome.ACKNOWLEDGED && end(i) <= moment;
    }

    int checksum(int i) {
        return checksums.get(order[i]);
    }

    /** The number of the server that answered. */
    int server(int i) {
        return answerOf[i] < 0 ? UNKNOWN_SERVER : answerers.get(answerOf[i]);
    }

    /** The number of a server by its identity; {@link #SILENT_SERVER} for one that never answered a write. */
    int server(String name) {
        return serverNumbers.getOrDefault(name, SILENT_SERVER);
    }

    /** The identity of a server by its number; empty for one that is not known. */
    String serverName(int number) {
        return number < 0 ? "" : servers.get(number);
    }

    /** Whether attempts {@code i} and {@code k} are of the same write. */
    boolean sameWrite(int i, int k) {
        return attempts.compareSequence(order[i], attempts, order[k]) == 0;
    }

    /** Compares attempt {@code i} with a row of {@code others}. */
    int compare(int i, Ids others, int row) {
        return attempts.compare(order[i], others, row);
    }
}
