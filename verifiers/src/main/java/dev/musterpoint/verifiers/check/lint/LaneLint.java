package dev.musterpoint.verifiers.check.lint;

import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.verifiers.check.JudgedLane;
import dev.musterpoint.verifiers.check.lanes.LaneRules;
import dev.musterpoint.verifiers.check.lanes.ResidualRate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Checks one lane of one recovery-time objective. */
final class LaneLint {
    /** The failing share that partial failure is confirmed against, and the error allowed. */
    private static final double SHARE = 1.0 / 3;

    private static final double ERROR = 1e-3;

    private final JudgedLane lane;
    private final LaneRules rules;
    private final Timing timing;
    private final List<LintRemark> remarks = new ArrayList<>();

    private LaneLint(JudgedLane lane, Timing timing) {
        this.lane = lane;
        this.timing = timing;
        rules = lane.rules();
    }

    static List<LintRemark> check(JudgedLane lane, Timing timing) {
        LaneLint lint = new LaneLint(lane, timing);
        lint.timeout();
        lint.over();
        lint.residual();
        lint.every();
        lint.deadline();
        lint.inFlight();
        if (lane.objective().failure() == FailureMode.PARTIAL) {
            lint.partial();
        } else {
            lint.total();
        }
        return lint.remarks;
    }

    /** τ ≥ ℓ + σ: a shorter timeout can never prove a failure. */
    private void timeout() {
        long least = rules.latencyBelow() + rules.slack();
        if (rules.timeout() < least) {
            error(
                    "TIMEOUT_TOO_SHORT",
                    "timeout is " + text(rules.timeout()) + ", but only one of at least " + text(least)
                            + " (latencyBelow + " + text(rules.slack()) + " of slack) proves a failure; raise it");
        }
    }

    /**
     * W ≥ ℓ + 5Δ: with a shorter one neighbouring failures count as separate outages and prove no lower bound. Where it takes
     * k* of 20 probes to prove a failure, these 20 come on top.
     */
    private void over() {
        boolean alone = rules.residual().proof() == 1;
        long ticks = alone ? 5 : 5 + (ResidualRate.WITHIN + rules.perTick() - 1) / rules.perTick();
        long least = rules.latencyBelow() + ticks * rules.every();
        if (rules.over() < least) {
            error(
                    "CONFIRMATION_TOO_SHORT",
                    "confirm.over is " + text(rules.over()) + ", but must be at least " + text(least)
                            + " (latencyBelow + " + ticks
                            + " × every) for one outage to be told from two; raise it");
        }
    }

    /** k* of 20 probes must be likely to fail when the failing share does that is to be noticed. */
    private void residual() {
        if (!rules.residual().notices(rules.noticedShare())) {
            error(
                    "RESIDUAL_ERRORS_TOO_MANY",
                    "with residual errors of " + new Share(rules.residual().share()) + " it takes "
                            + rules.residual().proof() + " failures within " + ResidualRate.WITHIN
                            + " probes to prove one, more than a service leaves that fails "
                            + new Share(rules.noticedShare()) + " of its requests; state fewer, or a shorter deadline");
        }
    }

    /** Δ ≤ 1 % of the target; and if the first j answers alone take as long as the target, it can never be met. */
    private void every() {
        long target = target();
        long firstAnswers = rules.first() * rules.every() / rules.perTick();
        if (firstAnswers >= target) {
            error(
                    "TARGET_BELOW_RESOLUTION",
                    rules.first() + " good answers take " + text(firstAnswers) + ", the target is " + text(target)
                            + ": it could never be shown to be met; probe more often");
        } else if (rules.every() * 100 > target) {
            warning(
                    "PROBING_COARSE",
                    "every is " + text(rules.every()) + ", more than 1 % of the target of " + text(target)
                            + ": the interval will be wide beside it; probe more often");
        }
    }

    /**
     * deadline ≥ target + W + τ. A deadline past the target still shows a service that does not come back, as not
     * recovered; one before it can show neither that nor a miss.
     */
    private void deadline() {
        long deadline = timing.deadline().toNanos();
        long least = target() + rules.over() + rules.timeout();
        if (deadline < target()) {
            error(
                    "DEADLINE_BEFORE_TARGET",
                    "the deadline of " + text(deadline) + " is before the target of " + text(target())
                            + ": a miss could not be shown; make it at least " + text(least));
        } else if (deadline < least) {
            warning(
                    "DEADLINE_SHORT",
                    "the deadline of " + text(deadline) + " is less than target + confirm.over + timeout = "
                            + text(least) + ": a recovery soon after the target would show as not recovered");
        }
    }

    /** While nothing answers, K probes are started every Δ and each is under way for τ. */
    private void inFlight() {
        long needed = rules.perTick() * ((rules.timeout() + rules.every() - 1) / rules.every());
        if (needed > lane.probe().inFlight()) {
            warning(
                    "IN_FLIGHT_TOO_LOW",
                    "up to " + needed + " attempts are under way while nothing answers (perTick × timeout / every), but"
                            + " inFlight is " + lane.probe().inFlight()
                            + ": the rest are not started and prove nothing; raise inFlight, or every");
        }
    }

    /** j ≥ ln α / ln(1−q*) and N ≥ ln((1 + q*·M)/α) / −ln(1−q*), with M the probes before the deadline. */
    private void partial() {
        double pass = -Math.log(1 - SHARE);
        double probes = (double) timing.deadline().toNanos() / rules.every() * rules.perTick();
        int first = (int) Math.ceil(-Math.log(ERROR) / pass);
        int run = (int) Math.ceil(Math.log((1 + SHARE * probes) / ERROR) / pass);
        if (rules.first() < first || rules.length() < run) {
            error(
                    "CONFIRMATION_TOO_WEAK",
                    "confirm is {run: " + rules.length() + ", first: " + rules.first()
                            + "}, but a service that still fails a third of its requests passes as recovered in more"
                            + " than 0.1 % of runs unless it is at least {run: " + run + ", first: " + first + "}");
        }
        if (rules.perTick() == 1) {
            warning(
                    "ONE_PROBE_A_TICK",
                    "perTick is 1, where failure can be partial: one connection and one key may be all that is seen;"
                            + " use " + FailureMode.PARTIAL.perTick());
        }
    }

    private void total() {
        int usual = FailureMode.TOTAL.confirmation().run();
        if (rules.length() < usual) {
            warning(
                    "CONFIRMATION_SHORT",
                    "confirm.run is " + rules.length() + "; fewer than " + usual + " good answers in a row say little");
        }
    }

    private long target() {
        return lane.objective().within().toNanos();
    }

    private void error(String code, String message) {
        remarks.add(new LintRemark(code, true, lane.objective().name(), prefix() + message));
    }

    private void warning(String code, String message) {
        remarks.add(new LintRemark(code, false, lane.objective().name(), prefix() + message));
    }

    private String prefix() {
        return "probe '" + lane.probe().name() + "': ";
    }

    private static String text(long nanos) {
        return Durations.format(Duration.ofNanos(nanos));
    }
}
