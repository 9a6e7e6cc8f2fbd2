package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.DrillPhase;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws a live run as lines no wider than the terminal. */
final class LivePainter {
    private static final List<DrillPhase> SHOWN = List.of(
            DrillPhase.CHECKING,
            DrillPhase.BASELINE,
            DrillPhase.INJECTING,
            DrillPhase.RESPONDING,
            DrillPhase.RECOVERING,
            DrillPhase.FAILING_BACK,
            DrillPhase.FINISHED);

    private final String runId;
    private final DrillPlan plan;
    private final Ink ink;
    private final int width;

    LivePainter(String runId, DrillPlan plan, Ink ink, int width) {
        this.runId = runId;
        this.plan = plan;
        this.ink = ink;
        this.width = width;
    }

    List<String> paint(LiveState state, Moment now) {
        List<String> lines = new ArrayList<>();
        lines.add(ink.bold(cut(plan.spec().metadata().title())));
        lines.add(ink.faint(cut(runId + "  ·  " + clock(now.minus(Moment.START)))));
        lines.addAll(phases(state, now));
        state.probes().forEach((name, probe) -> lines.add(probe(name, probe, now)));
        lines.add(step(state, now));
        lines.add(change(state));
        lines.add(timeLeft(state, now));
        lines.add(ink.faint(cut("  " + state.last())));
        return lines;
    }

    private List<String> phases(LiveState state, Moment now) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(" ");
        int length = 1;
        for (DrillPhase phase : shown()) {
            String plain = phaseText(phase, state, now);
            if (length + plain.length() + 2 > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ");
                length = 1;
            }
            line.append(' ').append(painted(phase, state, plain)).append(' ');
            length += plain.length() + 2;
        }
        lines.add(line.toString());
        return lines;
    }

    private List<DrillPhase> shown() {
        return SHOWN.stream()
                .filter(phase ->
                        phase != DrillPhase.FAILING_BACK || !plan.failback().isEmpty())
                .toList();
    }

    private static String phaseText(DrillPhase phase, LiveState state, Moment now) {
        String name = phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Moment from = state.entered().get(phase);
        if (from == null) {
            return "○ " + name;
        }
        if (phase == DrillPhase.FINISHED) {
            return "✓ " + name;
        }
        boolean current = state.phase() == phase;
        Moment to = current ? now : endOf(phase, state.entered(), now);
        return (current ? "● " : "✓ ") + name + " " + seconds(to.minus(from));
    }

    private static Moment endOf(DrillPhase phase, Map<DrillPhase, Moment> entered, Moment now) {
        return entered.entrySet().stream()
                .filter(next -> next.getKey().compareTo(phase) > 0)
                .map(Map.Entry::getValue)
                .min(Moment::compareTo)
                .orElse(now);
    }

    private String painted(DrillPhase phase, LiveState state, String plain) {
        if (!state.entered().containsKey(phase)) {
            return ink.faint(plain);
        }
        return state.phase() == phase && phase != DrillPhase.FINISHED ? ink.bold(plain) : ink.good(plain);
    }

    private String probe(String name, LiveProbe probe, Moment now) {
        if (probe.seen() == 0) {
            return cut("  probe " + name + "  not asked yet");
        }
        String head = String.format(
                Locale.ROOT,
                "  probe %s  %3d %% good  p99 %s  ",
                name,
                probe.goodPercent(),
                Durations.format(probe.p99()));
        if (probe.isDown()) {
            return head + ink.bad("DOWN for " + seconds(probe.outage(now)));
        }
        return head
                + (probe.hasBeenDown()
                        ? ink.good("up again, was down about " + seconds(probe.outage(now)))
                        : ink.good("up"));
    }

    private String step(LiveState state, Moment now) {
        if (state.stepStarted() == null) {
            int all = plan.steps().size();
            return all == 0
                    ? ink.faint("  runbook  none")
                    : "  runbook  " + Math.min(state.stepsDone(), all) + " of " + all + " steps done";
        }
        return switch (state.stage()) {
            case SETUP -> around(state, plan.setup(), now);
            case RUNBOOK -> ofRunbook("runbook", state, plan.steps(), now);
            case FAILBACK -> ofRunbook("fail-back", state, plan.failback(), now);
            case TEARDOWN -> around(state, plan.teardown(), now);
        };
    }

    /** Setup and teardown have no time that they are planned to take. */
    private String around(LiveState state, List<PlannedStep> steps, Moment now) {
        return cut("  " + state.stage().name().toLowerCase(Locale.ROOT) + "  step " + state.step() + " of "
                + steps.size() + ": " + state.stepName() + "  " + seconds(now.minus(state.stepStarted())));
    }

    private String ofRunbook(String what, LiveState state, List<PlannedStep> steps, Moment now) {
        PlannedStep planned = steps.get(state.step() - 1);
        Duration taken = now.minus(state.stepStarted());
        String text = "  " + what + "  step " + state.step() + " of " + steps.size() + ": " + state.stepName() + "  "
                + seconds(taken)
                + " of " + Durations.format(planned.step().planned()) + " planned";
        return taken.compareTo(planned.step().planned()) > 0 ? ink.warn(cut(text)) : cut(text);
    }

    private String change(LiveState state) {
        List<UndoRecord> pending = state.undo().pending();
        if (pending.isEmpty()) {
            return ink.faint("  to undo  nothing");
        }
        String targets = pending.stream().map(UndoRecord::target).collect(Collectors.joining(", "));
        return cut("  to undo  " + targets);
    }

    private String timeLeft(LiveState state, Moment now) {
        Duration shortest = plan.spec().ofResponse().recoveryTimes().stream()
                .map(Objective.RecoveryTime::within)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (state.fault() == null || shortest.isZero() || state.phase().compareTo(DrillPhase.RESPONDING) > 0) {
            return "";
        }
        Duration left = shortest.minus(now.minus(state.fault()));
        return left.isNegative()
                ? ink.bad("  the recovery time objective of " + Durations.format(shortest) + " has passed")
                : "  time left to the recovery time objective: " + clock(left);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
    }

    private static String clock(Duration duration) {
        return String.format(
                Locale.ROOT,
                "%d:%02d.%d",
                duration.toMinutes(),
                duration.toSecondsPart(),
                duration.toMillisPart() / 100);
    }

    private String cut(String text) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
