package dev.musterpoint.verifiers.check.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.ReadBackRow;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;
import dev.musterpoint.drills.kit.RecordedEvidence;
import dev.musterpoint.drills.verdict.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Server {@code p} ends between 1,000 and 1,010; read back at 5,000. Writes take 10. */
class WriteJudgementTests {
    private static final EndEvent DIES = new EndEvent("p dies", 1000, 1010, true);

    private final RecordedEvidence evidence = new RecordedEvidence();
    private final List<ReadBackTaken> taken = new ArrayList<>();

    private static WriteId id(long sequence) {
        return new WriteId(0, sequence, 0);
    }

    private void write(long sequence, long a, WriteOutcome outcome, String server) {
        attempt(sequence, a);
        evidence.ledger("w", new WriteAnswer(id(sequence), new Moment(a + 10), outcome, "", server));
    }

    private void attempt(long sequence, long a) {
        evidence.ledger("w", new WriteAttempt(id(sequence), new Moment(a), "c0ffee"));
    }

    private void acknowledged(long sequence, long a, String server) {
        write(sequence, a, WriteOutcome.ACKNOWLEDGED, server);
    }

    private void row(int ordinal, long sequence) {
        evidence.row("w", ordinal, new ReadBackRow(id(sequence), "c0ffee", true));
    }

    private void readBack(int ordinal, long at, String server, String error) {
        taken.add(new ReadBackTaken("w", ordinal, new Moment(at), new Moment(at + 1), server, "rows", error));
    }

    private WriteJudgement judge() {
        return WriteJudgement.of("w", evidence, taken, List.of(DIES));
    }

    private static Interval interval(long lower, long upper) {
        return Interval.of(Duration.ofNanos(lower), Duration.ofNanos(upper));
    }

    /** 1 and 2 survive, 3 is lost with {@code p}, 4 is {@code s}'s. */
    private void failover() {
        acknowledged(1, 900, "p");
        acknowledged(2, 920, "p");
        acknowledged(3, 940, "p");
        acknowledged(4, 1500, "s");
        row(1, 1);
        row(1, 2);
        row(1, 4);
        readBack(1, 5000, "s", "");
    }

    @Test
    void boundsTheWindowOfLoss() {
        failover();
        assertThat(judge().seen().lostIds()).containsExactly(id(3));
        assertThat(judge().lossWindow(Optional.empty())).contains(interval(1000 - 950, 1010 - 920));
        assertThat(judge().seen().holes()).isZero();
        assertThat(judge().seen().splitBrain()).isZero();
    }

    @Test
    void tellsTheReignThatAnEventEnded() {
        failover();
        assertThat(judge().lossWindow(Optional.of("p dies"))).contains(interval(50, 90));
        assertThat(judge().lossWindow(Optional.of("another"))).isEmpty();
    }

    @Test
    void isOpenAboveWithoutASurvivorBefore() {
        acknowledged(3, 940, "p");
        readBack(1, 5000, "s", "");
        assertThat(judge().lossWindow(Optional.empty())).contains(Interval.atLeast(Duration.ofNanos(50)));
    }

    @Test
    void withNothingLostTheLastSurvivorIsTheBound() {
        acknowledged(1, 900, "p");
        row(1, 1);
        readBack(1, 5000, "s", "");
        assertThat(judge().lossWindow(Optional.empty())).contains(interval(0, 110));
    }

    @Test
    void whatWasNeverReadBackIsUnknownNotZero() {
        failover();
        taken.clear();
        readBack(1, 5000, "s", "no connection");
        assertThat(judge().wasReadBack()).isFalse();
        assertThat(judge().seen().readBack()).isFalse();
        assertThat(judge().seen().acknowledged()).isEqualTo(4);
        assertThat(judge().lossWindow(Optional.empty())).isEmpty();
    }

    @Test
    void anAttemptWithoutAnAnswerIsUnknown() {
        attempt(1, 900);
        row(1, 1);
        readBack(1, 5000, "s", "");
        assertThat(judge().seen().unknown()).isEqualTo(1);
        assertThat(judge().seen().recovered()).isEqualTo(1);
    }

    @Test
    void aRowThatIsNotWhatWasWrittenDoesNotSurvive() {
        acknowledged(1, 900, "p");
        acknowledged(2, 920, "p");
        evidence.row("w", 1, new ReadBackRow(id(1), "c0ffee", false));
        evidence.row("w", 1, new ReadBackRow(id(2), "beef", true));
        readBack(1, 5000, "s", "");
        assertThat(judge().seen().corrupt()).isEqualTo(2);
        assertThat(judge().seen().lost()).isEqualTo(2);
    }

    @Test
    void threeRowsOfOneAttemptAreOneDuplicate() {
        acknowledged(1, 900, "p");
        row(1, 1);
        row(1, 1);
        row(1, 1);
        readBack(1, 5000, "s", "");
        assertThat(judge().seen().duplicate()).isEqualTo(1);
        assertThat(judge().seen().lost()).isZero();
    }

    @Test
    void aLaterReadBackTellsWhatFailingBackLost() {
        failover();
        row(2, 1);
        row(2, 3);
        row(2, 9);
        readBack(2, 9000, "p", "");
        assertThat(judge().later()).containsExactly(new LaterReadBack(2, 2, 1, 2));
        assertThat(judge().lost()).isEqualTo(3);
        assertThat(judge().lossWindow(Optional.empty()).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void aSecondServerThatAcknowledgesAfterTheFirstMakesALateOneSplitBrain() {
        failover();
        acknowledged(5, 1400, "p");
        assertThat(judge().seen().splitBrain()).isEqualTo(1);
        assertThat(judge().lossWindow(Optional.empty())).contains(interval(1400 - 950, 1410 - 920));
    }

    @Test
    void aServerThatComesBackAloneReignsAnew() {
        acknowledged(1, 900, "p");
        acknowledged(2, 2000, "p");
        row(1, 1);
        row(1, 2);
        readBack(1, 5000, "p", "");
        assertThat(judge().seen().splitBrain()).isZero();
        assertThat(judge().lossWindow(Optional.empty())).contains(interval(0, 110));
    }

    @Test
    void aLedgerThatContradictsItselfCannotBeJudged() {
        evidence.ledger("w", new WriteAnswer(id(7), new Moment(5), WriteOutcome.FAILED, "", ""));
        assertThatThrownBy(this::judge)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0/7/0");
        attempt(7, 1);
        assertThat(judge().seen().failed()).isEqualTo(1);
        attempt(7, 2);
        assertThatThrownBy(this::judge).hasMessageContaining("attempted twice");
    }

    @Test
    void failingBackEndsTheSecondReignAndTheFirstServerReignsAnew() {
        acknowledged(1, 900, "p");
        acknowledged(2, 1200, "s");
        acknowledged(3, 1900, "s");
        acknowledged(4, 2100, "p");
        List.of(1, 2, 4).forEach(sequence -> row(1, sequence));
        readBack(1, 5000, "p", "");
        EndEvent failsBack = new EndEvent("s gives way", 2000, 2010, true);
        WriteJudgement judged = WriteJudgement.of("w", evidence, taken, List.of(DIES, failsBack));
        assertThat(judged.lossWindow(Optional.of("p dies"))).contains(interval(0, 110));
        assertThat(judged.lossWindow(Optional.of("s gives way"))).contains(interval(2000 - 1910, 2010 - 1200));
        assertThat(judged.lossWindow(Optional.empty())).contains(interval(90, 810));
        assertThat(judged.seen().splitBrain()).isZero();
        assertThat(judged.seen().holes()).isZero();
    }
}
