package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.verifiers.check.lanes.Lane;
import dev.musterpoint.verifiers.check.lanes.LaneRules;
import dev.musterpoint.verifiers.check.lanes.Recovery;
import dev.musterpoint.verifiers.check.lanes.Recovery.Shape;
import dev.musterpoint.verifiers.check.lanes.ResidualRate;
import dev.musterpoint.verifiers.check.lanes.Run;
import dev.musterpoint.verifiers.check.lanes.Sight;
import dev.musterpoint.verifiers.check.lanes.Window;
import java.util.ArrayList;
import java.util.List;

/** The numbers behind an interval of recovery, so that a reader can do it again. Moments are on the run's clock. */
final class Arithmetic {
    private Arithmetic() {}

    static List<String> of(JudgedLane judged, Lane lane, Window window, Recovery recovery) {
        List<String> lines = new ArrayList<>();
        lines.add(classes(judged, lane));
        if (!residual(judged).isEmpty()) {
            lines.add(residual(judged));
        }
        lines.add(window(window));
        lines.add(lower(window, recovery));
        lines.add(upper(judged.rules(), window, recovery));
        if (judged.objective().failure() == FailureMode.PARTIAL) {
            lines.add("j = " + judged.rules().first() + " good answers in a row rule out, with an error of 0.1 %, that "
                    + new Share(judged.rules().noticedShare()) + " or more of the requests still failed; a smaller"
                    + " failing share may go unnoticed");
        }
        return lines;
    }

    private static String classes(JudgedLane judged, Lane lane) {
        return "probe '" + judged.probe().name() + "': " + lane.count(Sight.GOOD) + " good, " + lane.count(Sight.BAD)
                + " bad, " + lane.count(Sight.UNKNOWN) + " unknown (" + lane.tainted()
                + " tainted by pauses of the runner)";
    }

    private static String residual(JudgedLane judged) {
        ResidualRate residual = judged.rules().residual();
        if (residual.proof() == 1) {
            return "";
        }
        String source = judged.objective()
                        .residualErrors()
                        .flatMap(each -> each.declared())
                        .isPresent()
                ? "as declared"
                : "the most that the baseline leaves room for";
        return "residual errors of " + new Share(residual.share()) + ", " + source + ": failures count when "
                + residual.proof() + " of " + ResidualRate.WITHIN
                + " probes in a row fail, from the first of these on; less can hide";
    }

    private static String window(Window window) {
        return switch (window.origin()) {
            case EFFECT_SEEN ->
                "T0- = " + Say.at(window.earliest()) + " (before the call), T0+ = " + Say.at(window.latest())
                        + " (a read had seen the effect)";
            case ASKED_FOR ->
                "T0- = " + Say.at(window.earliest()) + " (before the call), T0+ = " + Say.at(window.latest())
                        + " (the call had returned; no read saw the effect)";
            case DECLARED -> "T0 = " + Say.at(window.earliest()) + " (the disaster was declared)";
            case SWITCH -> "T0 = " + Say.at(window.earliest()) + " (the step that switches began)";
            case OBSERVED -> "nothing was injected; watched from " + Say.at(window.earliest());
        };
    }

    private static String lower(Window window, Recovery recovery) {
        String bound = "L = " + Say.exactly(recovery.interval().lower());
        if (recovery.lastBad().isEmpty()) {
            return bound + ": "
                    + (recovery.shape() == Shape.OUTAGE
                            ? "an earlier outage could hide where nothing is known"
                            : "no failure is proven");
        }
        String from = lowerOrigin(window.origin());
        return bound + ": the last failure of the first outage began at "
                + Say.at(recovery.lastBad().getAsLong()) + ", counted from " + from + ", never below 0";
    }

    private static String lowerOrigin(Window.Origin origin) {
        return switch (origin) {
            case EFFECT_SEEN -> "T0+";
            case DECLARED, SWITCH -> "T0";
            case ASKED_FOR -> "T0+ or the first proven failure";
            case OBSERVED -> "the first proven failure";
        };
    }

    private static String upperOrigin(Window.Origin origin) {
        return switch (origin) {
            case EFFECT_SEEN, ASKED_FOR -> "T0-";
            case DECLARED, SWITCH -> "T0";
            case OBSERVED -> "the last good answers before it";
        };
    }

    private static String upper(LaneRules rules, Window window, Recovery recovery) {
        String bound = "U = " + Say.upper(recovery.interval());
        if (recovery.shape() == Shape.ALL_GOOD) {
            return bound + ": the longest time from one start to the completion of the " + rules.first()
                    + " good answers after it";
        }
        if (recovery.run().isEmpty()) {
            return bound + ": no run of " + rules.length() + " good answers over " + Say.at(rules.over()) + " was seen";
        }
        Run run = recovery.run().get();
        String origin = upperOrigin(window.origin());
        return bound + ": the run of good answers that began at " + Say.at(run.from()) + " had its first "
                + rules.first() + " complete at " + Say.at(run.back()) + ", counted from " + origin;
    }
}
