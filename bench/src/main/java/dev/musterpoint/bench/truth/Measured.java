package dev.musterpoint.bench.truth;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a run measured of a web service: the outage, which has no interval where no effect was seen, and when what came about. */
record Measured(Verdict verdict, Optional<Interval> outage, Map<String, String> moments) {
    private static final Duration FOREVER = Duration.ofDays(1);

    static Measured of(RunReader run) {
        Assessment assessment = run.assessment().orElseThrow();
        Moment zero = run.facts(InjectionReturned.class).get(0).started();
        Map<String, String> moments = new TreeMap<>();
        run.facts(EffectSeen.class).stream()
                .map(EffectSeen::returned)
                .max(Moment::compareTo)
                .ifPresent(seen -> moments.put("effect", seconds(seen.minus(zero))));
        if (run.plan().spec().probes().containsKey("strength")) {
            firstBelow(run, zero).ifPresent(gone -> moments.put("endpoints gone", gone));
        }
        interval(assessment, "redundancy").ifPresent(full -> moments.put("full strength", format(full)));
        return new Measured(assessment.verdict(), interval(assessment, "recoveryTime"), moments);
    }

    /** When the first answer came that told of too few endpoints. */
    private static Optional<String> firstBelow(RunReader run, Moment zero) {
        List<Moment> below = new ArrayList<>();
        run.observations("strength", seen -> {
            if (seen.kind() != AnswerKind.CORRECT && seen.started().isAfter(zero)) {
                below.add(seen.ended());
            }
        });
        return below.stream().min(Moment::compareTo).map(first -> seconds(first.minus(zero)));
    }

    private static Optional<Interval> interval(Assessment assessment, String kind) {
        return assessment.findings(ObjectiveJudged.class).stream()
                .filter(judged -> judged.kind().equals(kind))
                .flatMap(judged -> judged.measured().stream())
                .findFirst();
    }

    /** Whether the two can both be right: their intervals overlap, or neither saw anything. */
    boolean agrees(WebLog client) {
        return outage.map(interval -> client.overlaps(
                        Durations.seconds(interval.lower()),
                        Durations.seconds(interval.upper().orElse(FOREVER))))
                .orElse(verdict == Verdict.NO_EFFECT && client.failed() == 0);
    }

    /** What of the client's bracket the interval holds: {@code all}, {@code part}, {@code NONE}, or that nothing was to be seen. */
    String holds(WebLog client) {
        if (!agrees(client)) {
            return "NONE";
        }
        if (client.failed() == 0) {
            return "unseen";
        }
        return outage.filter(interval -> client.isWithin(
                                Durations.seconds(interval.lower()),
                                Durations.seconds(interval.upper().orElse(FOREVER))))
                        .isPresent()
                ? "all"
                : "part";
    }

    String phases() {
        return moments.toString();
    }

    @Override
    public String toString() {
        return outage.map(Measured::format).orElse(verdict.name());
    }

    private static String format(Interval interval) {
        return "[" + seconds(interval.lower()) + ", " + seconds(interval.upper().orElse(FOREVER)) + "]";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", Durations.seconds(duration));
    }
}
