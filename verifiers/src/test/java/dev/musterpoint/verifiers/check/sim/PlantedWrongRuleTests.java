package dev.musterpoint.verifiers.check.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.LedgerLine;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAnswer;
import dev.musterpoint.drills.evidence.LedgerLine.WriteAttempt;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.verifiers.check.StandardVerifier;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The simulation notices rules that are known to be wrong: if it did not, its silence on the right ones would say nothing. */
class PlantedWrongRuleTests {
    private static final int CASES = 300;

    @Test
    void failuresUnderPausesProveFailure() {
        assertThat(wrongLanes("pauses-anywhere", each -> new AlteredEvidence(each.evidence) {
                    @Override
                    public void pauses(Consumer<? super Pause> withheld) {}
                }))
                .isGreaterThan(5);
    }

    @Test
    void theCallsReturnIsWhenTheFaultActed() {
        assertThat(wrongLanes("slow-injection", each -> new AlteredEvidence(each.evidence) {
                    @Override
                    Evidence alter(Evidence body) {
                        Moment asked = new Moment(each.scenario.askedFor);
                        return body instanceof EffectSeen seen
                                ? new EffectSeen(seen.fault(), seen.target(), asked, asked, seen.detail())
                                : body;
                    }
                }))
                .isGreaterThan(CASES / 4);
    }

    @Test
    void tenGoodAnswersAreEnoughForPartialFailure() {
        int tooEarly = 0;
        for (int index = 0; index < 100; index++) {
            Scenario scenario = new Scenario(new Random64("third-fails-for-long", index)).partial();
            scenario.lane().partly(scenario.plain(), 1.0 / 3, scenario.random.ms(20_000, 40_000));
            scenario.confirm = new Confirmation(10, 1, Duration.ofNanos(scenario.every));
            LaneCase each = new LaneCase(scenario);
            boolean early = LaneCheckOfTruth.isTooEarly(
                    LaneCheckOfTruth.judge(each, each.evidence).measured().orElseThrow(), each);
            tooEarly += early ? 1 : 0;
        }
        assertThat(tooEarly).isGreaterThan(50);
    }

    @Test
    void acknowledgementTimesStandForStarts() {
        assertThat(wrongWrites("slow-acknowledgements", PlantedWrongRuleTests::startedWhenAnswered))
                .isGreaterThan(CASES / 5);
    }

    private static AlteredEvidence startedWhenAnswered(WriteCase each) {
        Map<WriteId, Moment> answers = new HashMap<>();
        each.evidence.ledger(WriteCase.WORKLOAD, line -> {
            if (line instanceof WriteAnswer answer) {
                answers.put(answer.id(), answer.ended());
            }
        });
        return new AlteredEvidence(each.evidence) {
            @Override
            LedgerLine alter(LedgerLine line) {
                return line instanceof WriteAttempt attempt
                        ? new WriteAttempt(
                                attempt.id(), answers.getOrDefault(attempt.id(), attempt.started()), attempt.checksum())
                        : line;
            }
        };
    }

    @Test
    void writesThatGoOnDuringTheReadCountAsLost() {
        assertThat(wrongWrites("writes-go-on-during-the-read", each -> new AlteredEvidence(each.evidence) {
                    @Override
                    Evidence alter(Evidence body) {
                        return body instanceof ReadBackTaken taken
                                ? new ReadBackTaken(
                                        taken.workload(),
                                        taken.ordinal(),
                                        new Moment(Long.MAX_VALUE - 1),
                                        taken.ended(),
                                        taken.server(),
                                        taken.path(),
                                        taken.error())
                                : body;
                    }
                }))
                .isGreaterThan(CASES / 2);
    }

    @Test
    void oneReignForAllServersShowsAHoleInEveryFailover() {
        int holes = 0;
        for (int index = 0; index < CASES; index++) {
            WriteCase each = WriteFamily.named("suffix-lost").make(index);
            boolean shown = each.truth.lost.isEmpty() || holesAsOneReign(each) > 0;
            holes += shown ? 1 : 0;
        }
        assertThat(holes).isEqualTo(CASES);
    }

    private static long holesAsOneReign(WriteCase each) {
        AlteredEvidence evidence = new AlteredEvidence(each.evidence) {
            @Override
            LedgerLine alter(LedgerLine line) {
                return line instanceof WriteAnswer answer
                        ? new WriteAnswer(answer.id(), answer.ended(), answer.outcome(), answer.detail(), "one")
                        : line;
            }

            @Override
            Evidence alter(Evidence body) {
                return body instanceof EffectSeen seen
                        ? new EffectSeen(
                                seen.fault(), seen.target(), seen.started(), new Moment(Long.MAX_VALUE), seen.detail())
                        : body;
            }
        };
        return new StandardVerifier()
                .verify(each.plan, evidence).stream()
                        .filter(WritesSeen.class::isInstance)
                        .map(WritesSeen.class::cast)
                        .mapToLong(WritesSeen::holes)
                        .sum();
    }

    private static int wrongLanes(String family, Function<LaneCase, AlteredEvidence> plant) {
        int wrong = 0;
        for (int index = 0; index < CASES; index++) {
            LaneCase each = LaneFamilies.named(family).make(index);
            boolean found = !LaneCheckOfTruth.wrong(each, LaneCheckOfTruth.judge(each, plant.apply(each)))
                    .isEmpty();
            wrong += found ? 1 : 0;
        }
        return wrong;
    }

    private static int wrongWrites(String family, Function<WriteCase, AlteredEvidence> plant) {
        int wrong = 0;
        for (int index = 0; index < CASES; index++) {
            WriteCase each = WriteFamily.named(family).make(index);
            wrong += WriteSimulationTests.wrong(each, plant.apply(each)).isEmpty() ? 0 : 1;
        }
        return wrong;
    }
}
