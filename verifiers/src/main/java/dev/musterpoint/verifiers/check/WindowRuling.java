package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Windowed;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Quantity;
import dev.musterpoint.drills.verdict.Quantity.Bounds;
import dev.musterpoint.drills.verdict.Quantity.Unit;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.verifiers.check.window.Acknowledgements;
import dev.musterpoint.verifiers.check.window.Census;
import dev.musterpoint.verifiers.check.window.LatencyBounds;
import dev.musterpoint.verifiers.check.window.TimeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** Holds what was measured in a window against its target: {@code MET} and {@code MISSED} only if the whole interval says so. */
final class WindowRuling {
    private static final String INSIDE = "the target lies inside the interval";

    private WindowRuling() {}

    static ObjectiveJudged unmeasured(Objective objective, Ruling ruling) {
        return judged(objective, ruling, Optional.empty(), Optional.empty(), List.of());
    }

    /** {@code judged} with what was measured in the baseline as one more line. */
    static ObjectiveJudged beside(ObjectiveJudged judged, Optional<ObjectiveJudged> baseline) {
        Optional<String> measured = baseline.flatMap(WindowRuling::measured);
        if (measured.isEmpty()) {
            return judged;
        }
        List<String> lines = new ArrayList<>(judged.arithmetic());
        lines.add("for comparison, in the baseline: " + measured.get());
        return new ObjectiveJudged(
                judged.objective(),
                judged.kind(),
                judged.verdict(),
                judged.target(),
                judged.atMost(),
                judged.measured(),
                judged.because(),
                lines,
                judged.quantity());
    }

    private static Optional<String> measured(ObjectiveJudged judged) {
        Optional<String> time = judged.measured()
                .map(interval ->
                        range(Say.roughly(interval.lower()), interval.upper().map(Say::roughly)));
        return time.or(() -> judged.quantity().flatMap(WindowRuling::measured));
    }

    private static Optional<String> measured(Quantity quantity) {
        DoubleFunction<String> say = quantity.unit() == Unit.SHARE ? Say::share : Say::perSecond;
        return quantity.measured()
                .map(bounds -> range(say.apply(bounds.lower()), bounds.upper().map(say::apply)));
    }

    private static String range(String lower, Optional<String> upper) {
        return upper.filter(lower::equals).isPresent() ? lower : lower + " to " + upper.orElse("any");
    }

    static ObjectiveJudged availability(Objective.Availability objective, Census census, String window) {
        Bounds share = Bounds.of(census.lowerShare(), census.upperShare());
        Quantity quantity = new Quantity(Unit.SHARE, objective.atLeast().value(), Optional.of(share));
        Ruling ruling = rule(
                quantity,
                Say.share(share.lower()) + " or more of the attempts were answered well",
                "no more than " + Say.share(census.upperShare()) + " of the attempts were answered well");
        return judged(objective, ruling, Optional.empty(), Optional.of(quantity), List.of(window, line(census)));
    }

    static ObjectiveJudged latency(
            Objective.Latency objective, Interval interval, LatencyBounds bounds, String window) {
        String quantile = objective.quantile().written();
        Ruling ruling;
        if (interval.within(objective.below())) {
            ruling = Ruling.of(
                    Verdict.MET,
                    quantile + " is at most " + Say.roughly(interval.upper().orElseThrow()));
        } else if (interval.beyond(objective.below())) {
            ruling = Ruling.of(Verdict.MISSED, quantile + " is more than " + Say.roughly(interval.lower()));
        } else {
            ruling = Ruling.of(Verdict.INDETERMINATE, INSIDE);
        }
        String line = quantile + " of " + bounds.attempts() + " attempts due, counted from when each was due; "
                + bounds.unbounded() + " had no right answer and count as later than any, or are unknown";
        return judged(objective, ruling, Optional.of(interval), Optional.empty(), List.of(window, line));
    }

    static ObjectiveJudged capacity(Objective.Capacity objective, Acknowledgements writes, TimeWindow window) {
        double least = writes.acknowledged() / window.seconds();
        // While nothing is written because the runner stands still, a service may be able to take any number.
        Optional<Double> most = writes.silent() > 0
                ? Optional.empty()
                : Optional.of((writes.acknowledged() + writes.unknown()) / window.seconds());
        return capacity(
                objective,
                new Bounds(least, most),
                List.of(
                        line(objective, window),
                        writes.acknowledged() + " writes acknowledged, " + writes.unknown()
                                + " of which it is not known; nothing was asked for "
                                + Say.at(writes.silent())));
    }

    static ObjectiveJudged capacity(Objective.Capacity objective, Bounds rate, List<String> arithmetic) {
        Quantity quantity = new Quantity(Unit.PER_SECOND, objective.atLeast().perSecond(), Optional.of(rate));
        String what = objective.probe().isPresent() ? "good answers" : "acknowledged writes";
        Ruling ruling = rule(
                quantity,
                Say.perSecond(rate.lower()) + " or more " + what,
                "no more than " + rate.upper().map(Say::perSecond).orElse("any number of") + " " + what);
        return judged(objective, ruling, Optional.empty(), Optional.of(quantity), arithmetic);
    }

    private static Ruling rule(Quantity quantity, String reached, String missed) {
        if (quantity.isReached()) {
            return Ruling.of(Verdict.MET, reached);
        }
        return quantity.isMissed() ? Ruling.of(Verdict.MISSED, missed) : Ruling.of(Verdict.INDETERMINATE, INSIDE);
    }

    static String line(Windowed objective, TimeWindow window) {
        return "window '" + objective.during().written() + "': from " + Say.at(window.from()) + " to before "
                + Say.at(window.to());
    }

    static String line(Census census) {
        return census.due() + " attempts due: " + census.good() + " good, " + census.bad() + " bad, " + census.unknown()
                + " unknown";
    }

    private static ObjectiveJudged judged(
            Objective objective,
            Ruling ruling,
            Optional<Interval> interval,
            Optional<Quantity> quantity,
            List<String> arithmetic) {
        return new ObjectiveJudged(
                objective.name(),
                objective.kind(),
                ruling.verdict(),
                objective.target(),
                objective.most(),
                interval,
                ruling.because(),
                arithmetic,
                quantity.or(() -> target(objective)));
    }

    /** What an objective asks of a quantity, with nothing measured; empty where its target is no quantity. */
    static Optional<Quantity> target(Objective objective) {
        if (objective instanceof Objective.Availability availability) {
            return Optional.of(new Quantity(Unit.SHARE, availability.atLeast().value(), Optional.empty()));
        }
        return objective instanceof Objective.Capacity capacity
                ? Optional.of(new Quantity(Unit.PER_SECOND, capacity.atLeast().perSecond(), Optional.empty()))
                : Optional.empty();
    }
}
