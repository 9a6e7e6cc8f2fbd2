package dev.musterpoint.reports.json;

import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.verdict.Finding.Issue;
import dev.musterpoint.drills.verdict.Finding.LaneSeen;
import dev.musterpoint.drills.verdict.Finding.Latency;
import dev.musterpoint.drills.verdict.Finding.PhaseBilled;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.reports.model.Billing;
import dev.musterpoint.reports.model.ReportModel;
import java.util.Optional;

/** The findings of judging, all of them and in full. */
final class FindingsJson {
    private final Json json;
    private final ReportModel model;

    FindingsJson(Json json, ReportModel model) {
        this.json = json;
        this.model = model;
    }

    void write() {
        json.objects("lanes", model.assessment().findings(LaneSeen.class), this::lane);
        json.objects("billed", model.billing().bills(), this::billed);
        json.objects("phases", model.assessment().findings(PhaseBilled.class), this::phase);
        json.objects("writes", model.assessment().findings(WritesSeen.class), this::writes);
        json.objects("issues", model.assessment().findings(Issue.class), this::issue);
    }

    private void lane(LaneSeen lane) {
        json.text("probe", lane.probe());
        json.number("observations", lane.observations());
        json.number("good", lane.good());
        json.number("bad", lane.bad());
        json.number("unknown", lane.unknown());
        json.number("tainted", lane.tainted());
        json.number("holes", lane.holes());
        json.share("goodShare", lane.goodShare().value());
        json.interval("totalDowntime", Optional.of(lane.totalDowntime()));
        json.interval("longestOutage", Optional.of(lane.longestOutage()));
        json.objects("outages", lane.outages(), outage -> {
            json.moment("firstBadAtSeconds", outage.firstBad());
            json.moment("lastBadAtSeconds", outage.lastBad());
            json.interval("length", Optional.of(outage.length()));
        });
        json.object("latency", () -> {
            json.object("before", () -> latency(lane.before()));
            json.object("during", () -> latency(lane.during()));
            json.object("after", () -> latency(lane.after()));
        });
    }

    private void latency(Latency latency) {
        json.number("answers", latency.answers());
        json.seconds("p50Seconds", latency.p50());
        json.seconds("p95Seconds", latency.p95());
        json.seconds("p99Seconds", latency.p99());
        json.seconds("maxSeconds", latency.max());
    }

    private void billed(Billing.Bill bill) {
        json.text("name", bill.name());
        json.text("part", bill.part().name());
        json.moment("fromSeconds", bill.from());
        json.seconds("tookSeconds", bill.took());
        json.seconds("beforeBackSeconds", bill.counted());
        json.seconds("plannedSeconds", bill.planned());
    }

    private void phase(PhaseBilled phase) {
        json.text("phase", phase.phase().name());
        json.flag("measured", phase.took().isPresent());
        json.seconds("tookSeconds", phase.took());
        json.seconds("plannedSeconds", phase.planned());
        json.text("detail", phase.detail());
    }

    private void writes(WritesSeen seen) {
        json.text("workload", seen.workload());
        json.flag("readBack", seen.readBack());
        json.number("attempted", seen.attempted());
        json.number("acknowledged", seen.acknowledged());
        json.number("failed", seen.failed());
        json.number("unknown", seen.unknown());
        json.number("read", seen.read());
        json.number("lost", seen.lost());
        json.number("recovered", seen.recovered());
        json.number("phantom", seen.phantom());
        json.number("repeated", seen.repeated());
        json.number("duplicate", seen.duplicate());
        json.number("corrupt", seen.corrupt());
        json.number("holes", seen.holes());
        json.number("splitBrain", seen.splitBrain());
        json.texts("firstLost", seen.lostIds().stream().map(WriteId::toString).toList());
        json.interval("lossWindow", seen.lossWindow());
    }

    private void issue(Issue issue) {
        json.text("code", issue.code());
        json.text("severity", issue.severity().name());
        json.text("message", issue.message());
    }
}
