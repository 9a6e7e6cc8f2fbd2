package dev.musterpoint.reports.json;

import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.spec.Metadata;
import dev.musterpoint.reports.model.FailbackView;
import dev.musterpoint.reports.model.ObjectiveView;
import dev.musterpoint.reports.model.ReportFormat;
import dev.musterpoint.reports.model.ReportModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JacksonException;

/** The whole report for machines, versioned: readers of a released format are kept. */
public final class JsonReport implements ReportFormat {
    /** The version of the format that this release writes. */
    public static final String FORMAT = "musterpoint.dev/report/v1";

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String fileName() {
        return "report.json";
    }

    @Override
    public void render(ReportModel model, OutputStream out) throws IOException {
        try (Json json = new Json(out)) {
            json.document(() -> write(model, json));
        } catch (JacksonException e) {
            throw new IOException("the JSON report could not be written: " + e.getOriginalMessage(), e);
        }
    }

    private static void write(ReportModel model, Json json) {
        FindingsJson findings = new FindingsJson(json, model);
        EvidenceJson evidence = new EvidenceJson(json, model);
        json.text("format", FORMAT);
        json.object("cover", () -> cover(model, json));
        json.text("outcome", model.assessment().outcome().name());
        json.text("verdict", model.assessment().verdict().name());
        json.text("cleanup", model.assessment().cleanUp().name());
        json.object("conclusion", () -> conclusion(model, json));
        json.objects("objectives", model.conclusion().objectives(), o -> objective(o, json));
        findings.write();
        evidence.write();
        model.failback().ifPresent(back -> json.object("failback", () -> failback(back, evidence, json)));
        json.object("method", () -> new MethodJson(json, model).write());
    }

    private static void cover(ReportModel model, Json json) {
        Metadata metadata = model.plan().spec().metadata();
        json.text("runId", model.runFacts().runId());
        json.text("runDirectory", model.runFacts().directory());
        json.text("drill", metadata.name());
        json.text("title", metadata.title());
        json.text("owner", metadata.owner());
        json.text("tier", metadata.tier());
        json.text("environment", model.plan().spec().environment());
        json.text("hypothesis", model.plan().spec().hypothesis());
        json.flag("sandbox", model.cover().sandboxed());
        json.time("started", model.cover().started());
        json.time("ended", model.cover().ended());
        json.seconds("lengthSeconds", model.cover().length());
        json.text("startedBy", model.cover().startedBy());
        json.text("planDigest", model.cover().planDigest());
        json.text("source", model.plan().source());
        json.text("specDigest", model.plan().specDigest());
        json.text("toolVersion", model.plan().toolVersion());
        json.text("ruleset", model.assessment().ruleset());
        json.object("policy", () -> {
            json.text("source", model.plan().policy().source());
            json.flag("outsideSandbox", model.plan().policy().outsideSandbox());
        });
    }

    private static void conclusion(ReportModel model, Json json) {
        json.text("headline", model.conclusion().headline());
        json.text("detail", model.conclusion().detail());
        json.objects("highlights", model.conclusion().highlights(), highlight -> {
            json.text("severity", highlight.severity().name());
            json.text("subject", highlight.subject());
            json.text("text", highlight.text());
        });
    }

    private static void failback(FailbackView back, EvidenceJson evidence, Json json) {
        json.text("runbook", back.runbook());
        json.flag("confirmed", back.confirmed());
        json.text("ending", back.ending());
        json.objects("steps", back.steps(), evidence::step);
        json.objects("reigns", back.reigns(), reign -> {
            json.text("workload", reign.workload());
            json.text("server", reign.server());
            json.text("endedBy", reign.endedBy());
            json.number("acknowledged", reign.acknowledged());
            json.number("lost", reign.lost());
            json.texts(
                    "firstLost", reign.lostIds().stream().map(WriteId::toString).toList());
            json.interval("lossWindow", reign.lossWindow());
        });
    }

    private static void objective(ObjectiveView objective, Json json) {
        json.text("name", objective.name());
        json.text("kind", objective.kind());
        json.text("verdict", objective.verdict());
        json.seconds("targetSeconds", objective.target());
        json.number("atMost", objective.atMost());
        json.seconds("lowerSeconds", objective.measured().map(measured -> measured.lower()));
        json.seconds("upperSeconds", objective.measured().flatMap(measured -> measured.upper()));
        json.quantity("quantity", objective.quantity());
        json.seconds("marginSeconds", objective.margin());
        json.number("lost", objective.lost());
        json.text("because", objective.because());
        json.texts("arithmetic", objective.arithmetic());
        json.texts("on", List.copyOf(objective.on()));
        json.flag("ofFailback", objective.failback());
    }
}
