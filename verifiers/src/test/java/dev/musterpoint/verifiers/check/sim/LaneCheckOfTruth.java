package dev.musterpoint.verifiers.check.sim;

import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.ALPHA;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.BY_REMOVAL;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.MOSTLY_CLEAR;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.NEVER_MET;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.NO_EFFECT;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.SHARP;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.verifiers.check.StandardVerifier;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Holds the judgement of cases of one family against the truth. */
final class LaneCheckOfTruth {
    private final LaneFamily family;
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private int tooEarly;
    private int clear;
    private int undecided;

    LaneCheckOfTruth(LaneFamily family) {
        this.family = family;
    }

    static ObjectiveJudged judge(LaneCase each, EvidenceLog evidence) {
        return new StandardVerifier()
                .verify(each.plan, evidence).stream()
                        .filter(ObjectiveJudged.class::isInstance)
                        .map(ObjectiveJudged.class::cast)
                        .findFirst()
                        .orElseThrow();
    }

    void check(LaneCase each) {
        ObjectiveJudged judged = judge(each, each.evidence);
        verdicts.merge(judged.verdict(), 1, Integer::sum);
        if (family.is(ALPHA) && isTooEarly(measured(judged), each)) {
            tooEarly++;
            return;
        }
        String wrong = wrong(each, judged);
        assertThat(wrong).as(() -> describe(each, judged)).isEmpty();
        if (family.is(STRICT)) {
            assertThat(contains(measured(judged), each.truth))
                    .as(() -> describe(each, judged))
                    .isTrue();
        }
        if (family.is(MOSTLY_CLEAR)) {
            clear(each, judged.verdict());
        }
        if (family.is(SHARP)) {
            assertThat(blunt(each, judged)).as(() -> describe(each, judged)).isEmpty();
        }
    }

    /** What is untrue of a judgement; empty when nothing is. */
    static String wrong(LaneCase each, ObjectiveJudged judged) {
        Interval interval = measured(judged);
        if (!contains(interval, each.truth) && !contains(interval, each.solidTruth)) {
            return "the truth is outside the interval";
        }
        Verdict verdict = judged.verdict();
        boolean met = Math.min(each.truth, each.solidTruth) <= each.target && each.lasting <= each.target;
        if (verdict == Verdict.MET && !met) {
            return "false MET";
        }
        boolean over = Math.max(each.truth, each.solidTruth) > each.target;
        if ((verdict == Verdict.MISSED || verdict == Verdict.NOT_RECOVERED) && !over) {
            return "false " + verdict;
        }
        return "";
    }

    private static Interval measured(ObjectiveJudged judged) {
        return judged.measured().orElse(Interval.atLeast(Duration.ZERO));
    }

    private static boolean contains(Interval interval, long truth) {
        boolean above = interval.lower().toNanos() <= truth;
        boolean below = interval.isOpen()
                || truth != Truth.NEVER && interval.upper().orElseThrow().toNanos() >= truth;
        return above && below;
    }

    static boolean isTooEarly(Interval interval, LaneCase each) {
        return interval.upper().map(upper -> upper.toNanos() < each.truth).orElse(false);
    }

    private String blunt(LaneCase each, ObjectiveJudged judged) {
        Interval interval = measured(judged);
        Scenario s = each.scenario;
        long width = 2 * s.every
                + s.slowest
                + (s.confirm.first() - 1) * s.every / s.perTick
                + s.effectSeen
                - s.askedFor
                + Random64.MS;
        if (interval.isOpen()
                || interval.upper().orElseThrow().minus(interval.lower()).toNanos() > width) {
            return "wider than promised";
        }
        if (each.target >= each.truth + width && judged.verdict() != Verdict.MET) {
            return "MET was due";
        }
        return each.target < each.truth - width && judged.verdict() != Verdict.MISSED ? "MISSED was due" : "";
    }

    /** Where there are residual errors a run may have to begin again, and k* failures are told from the first of them on. */
    private void clear(LaneCase each, Verdict verdict) {
        Scenario s = each.scenario;
        long width =
                12 * s.every + s.slowest + 3L * s.confirm.length() * s.every / s.perTick + s.effectSeen - s.askedFor;
        if (each.truth < each.target - width || each.truth > each.target + width) {
            clear++;
            undecided += verdict == Verdict.MET || verdict == Verdict.MISSED ? 0 : 1;
        }
    }

    /** Called once all cases are done. */
    void finish() {
        assertThat(undecided).as("undecided of " + clear + " clear cases").isLessThanOrEqualTo(1 + clear / 10);
        assertThat(tooEarly).as("recoveries claimed too early").isLessThanOrEqualTo(allowed(Cases.count()));
        if (family.is(NEVER_MET)) {
            assertThat(verdicts).doesNotContainKey(Verdict.MET);
        }
        if (family.is(BY_REMOVAL)) {
            assertThat(verdicts.keySet()).isSubsetOf(Verdict.MISSED, Verdict.MEASUREMENT_INVALID);
        }
        if (family.is(NO_EFFECT)) {
            assertThat(verdicts).containsOnlyKeys(Verdict.NO_EFFECT);
        }
    }

    /** α = 10⁻³ of the cases, and four standard deviations. */
    static int allowed(int cases) {
        double mean = 1e-3 * cases;
        return (int) Math.ceil(mean + 4 * Math.sqrt(mean));
    }

    Map<Verdict, Integer> verdicts() {
        return verdicts;
    }

    int tooEarly() {
        return tooEarly;
    }

    private static String describe(LaneCase each, ObjectiveJudged judged) {
        return "truth " + each.truth + " or " + each.solidTruth + ", lasting " + each.lasting + ", target "
                + each.target + ", judged " + judged;
    }
}
