package dev.musterpoint.reports.json;

import dev.musterpoint.drills.evidence.Evidence.ConditionRead;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.FaultSkipped;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.reports.model.Baseline;
import dev.musterpoint.reports.model.FaultProof;
import dev.musterpoint.reports.model.Noted;
import dev.musterpoint.reports.model.ReportModel;
import dev.musterpoint.reports.model.StepView;
import dev.musterpoint.reports.model.Timeline;
import java.util.List;
import java.util.Optional;

/** What the report tells of the evidence: steps, timeline, proof and removal of faults, digests. */
final class EvidenceJson {
    private final Json json;
    private final ReportModel model;

    EvidenceJson(Json json, ReportModel model) {
        this.json = json;
        this.model = model;
    }

    void write() {
        baseline(model.baseline());
        json.objects("steps", model.steps(), this::step);
        json.objects("setupAndTeardown", model.around(), this::step);
        json.objects("timeline", model.timeline().events(), this::event);
        json.number("timelineLeftOut", model.timeline().leftOut());
        json.objects("faults", model.proof().targets(), this::target);
        json.objects("forecasts", foreseen(), fault -> {
            json.number("fault", fault.number());
            json.texts("expected", fault.forecast().orElseThrow().expected());
            json.texts("concerns", fault.forecast().orElseThrow().concerns());
        });
        json.objects("removals", model.proof().removals(), this::removal);
        json.objects("problems", model.deviations().problems(), problem -> {
            json.text("where", problem.where());
            json.text("message", problem.message());
        });
        json.objects("noted", model.noted(), this::noted);
        json.object("evidence", this::manifest);
    }

    private void baseline(Optional<Baseline> baseline) {
        baseline.ifPresentOrElse(
                seen -> json.object("baseline", () -> {
                    json.flag("steady", seen.steady());
                    json.moment("fromSeconds", seen.from());
                    json.moment("toSeconds", seen.to());
                    json.text("detail", seen.detail());
                }),
                () -> json.nothing("baseline"));
    }

    void step(StepView step) {
        json.text("stage", step.stage().name());
        json.number("number", step.number());
        json.text("name", step.name());
        json.text("part", step.part().name());
        json.flag("manual", step.isManual());
        json.seconds("plannedSeconds", step.planned());
        json.moment("startedAtSeconds", step.started());
        json.moment("endedAtSeconds", step.ended());
        json.seconds("tookSeconds", step.actual());
        json.text("outcome", step.outcome());
        json.text("by", step.by());
        json.text("detail", step.detail());
    }

    private void event(Timeline.Event event) {
        json.time("at", Optional.of(event.at()));
        json.moment("sinceSeconds", event.since());
        json.text("actor", event.actor());
        json.text("mark", event.mark().name());
        json.text("what", event.what());
        json.text("detail", event.detail());
    }

    private void target(FaultProof.TargetProof proof) {
        json.number("fault", proof.fault().number());
        json.text("name", proof.fault().spec().name());
        json.text("type", proof.fault().spec().type());
        json.text("target", proof.target().id());
        json.text("kind", proof.target().kind());
        json.object("identity", () -> proof.identity().forEach(json::text));
        json.moment("askedForAtSeconds", proof.injection().map(InjectionReturned::started));
        json.moment("returnedAtSeconds", proof.injection().map(InjectionReturned::returned));
        json.text("error", proof.injection().map(InjectionReturned::error));
        json.flag("effectSeen", proof.seen().isPresent());
        json.moment("effectSeenAtSeconds", proof.seen().map(EffectSeen::returned));
        json.text("condition", proof.fault().spec().when().map(ConditionSpec::toString));
        json.text("conditionHolds", proof.condition().map(read -> read.holds().name()));
        json.text("conditionDetail", proof.condition().map(ConditionRead::detail));
        json.text("skipped", proof.skipped().map(FaultSkipped::reason));
        json.text("effect", proof.seen().map(EffectSeen::detail).or(() -> proof.notSeen()
                .map(not -> not.detail())));
    }

    private List<PlannedFault> foreseen() {
        return model.plan().faults().stream()
                .filter(fault -> fault.forecast().isPresent())
                .toList();
    }

    private void removal(FaultProof.Removal removal) {
        json.text("undo", removal.undo().id());
        json.text("handler", removal.undo().handler());
        json.text("target", removal.undo().target());
        json.text("kind", removal.undo().kind().name());
        json.text("by", removal.by());
        json.moment("endedAtSeconds", removal.ended());
        json.text("error", removal.error());
        json.text("residue", removal.residue().map(residue -> residue.state().name()));
        json.text("residueDetail", removal.residue().map(residue -> residue.detail()));
        json.text("byHand", removal.undo().byHand());
    }

    private void noted(Noted noted) {
        json.text("system", noted.system());
        json.objects("events", noted.rows(), row -> {
            json.time("at", Optional.of(row.at()));
            json.moment("aboutSeconds", row.about());
            json.text("of", row.subject());
            json.text("what", row.what());
            json.text("detail", row.detail());
        });
        json.number("leftOut", noted.leftOut());
        json.texts("unread", noted.unread());
    }

    private void manifest() {
        json.number("journalLines", model.manifest().journalLines());
        json.text("journalHead", model.runFacts().journalHead());
        json.number("recoveryLines", model.manifest().recoveryLines());
        json.text("recoveryHead", model.runFacts().recoveryHead());
        json.objects("segments", model.manifest().segments(), segment -> {
            json.text("path", segment.path());
            json.text("sha256", segment.sha256());
            json.number("bytes", segment.bytes());
            json.number("lines", segment.lines());
        });
    }
}
