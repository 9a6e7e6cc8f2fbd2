package dev.musterpoint.reports.json;

import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.reports.model.ReportModel;
import java.util.List;

/** How it was measured: every setting that bears on a bound, and what was not measured. */
final class MethodJson {
    private final Json json;
    private final ReportModel model;

    MethodJson(Json json, ReportModel model) {
        this.json = json;
        this.model = model;
    }

    void write() {
        json.objects("probes", List.copyOf(model.plan().spec().probes().values()), this::probe);
        json.objects("confirmations", model.plan().spec().recoveryTimes(), this::confirmation);
        json.object("timing", () -> timing(model.plan().spec().timing()));
        json.object("ownPauses", () -> {
            json.number("count", model.method().pauses().count());
            json.seconds("totalSeconds", model.method().pauses().total());
            json.seconds("longestSeconds", model.method().pauses().longest());
        });
        json.text("bootId", model.method().clock().map(clock -> clock.bootId()));
        json.number("suspends", model.method().clock().map(clock -> clock.suspends()));
        json.texts("notShown", model.method().notMeasured());
    }

    private void probe(ProbeSpec probe) {
        json.text("name", probe.name());
        json.text("type", probe.type());
        json.seconds("everySeconds", probe.every());
        json.seconds("timeoutSeconds", probe.timeout());
        json.seconds("latencyBelowSeconds", probe.latencyBelow());
        json.number("perTick", probe.perTick());
        json.number("inFlight", probe.inFlight());
    }

    private void confirmation(Objective.RecoveryTime objective) {
        json.text("objective", objective.name());
        json.text("failure", objective.failure().name());
        json.number("run", objective.confirm().run());
        json.number("first", objective.confirm().first());
        json.seconds("overSeconds", objective.confirm().over());
    }

    private void timing(Timing timing) {
        json.seconds("baselineSeconds", timing.baseline());
        json.seconds("deadlineSeconds", timing.deadline());
        json.seconds("stableForSeconds", timing.stableFor());
        json.seconds("pauseThresholdSeconds", timing.pauseThreshold());
        json.seconds("pauseTickSeconds", timing.pauseTick());
        json.seconds("slackSeconds", timing.slack());
    }
}
