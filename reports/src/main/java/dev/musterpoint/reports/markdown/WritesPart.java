package dev.musterpoint.reports.markdown;

import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.reports.model.Figures;
import dev.musterpoint.reports.model.ReportModel;

/** What became of the writes of every workload. */
final class WritesPart {
    private final Page page;

    WritesPart(Page page) {
        this.page = page;
    }

    void add(ReportModel model) {
        if (model.plan().spec().workloads().isEmpty()) {
            return;
        }
        page.heading(2, "Writes");
        if (model.dataLoss().workloads().isEmpty()) {
            page.paragraph("The run ended before the workload's writes could be judged. What was lost is unknown, not"
                    + " zero.");
        }
        model.dataLoss().workloads().forEach(this::workload);
    }

    private void workload(WritesSeen seen) {
        if (!seen.readBack()) {
            page.paragraph("Nothing of " + Page.plain(seen.workload())
                    + " was read back, so what was lost is unknown, not zero.");
        }
        page.table("Writes of " + Page.plain(seen.workload()), "Count", "What it means");
        row("Attempted", seen.attempted(), true, "sent, each recorded durably before it went out");
        row("Acknowledged", seen.acknowledged(), true, "COMMIT returned before the read-back began");
        row("Failed", seen.failed(), true, "cannot be there: the error came before COMMIT was sent");
        row("Unknown", seen.unknown(), true, "the answer never came: neither lost nor safe");
        row("Lost", seen.lost(), seen.readBack(), "acknowledged to the client and not found");
        row("Recovered", seen.recovered(), seen.readBack(), "unknown to the client, and there");
        row("Phantom", seen.phantom(), seen.readBack(), "there, although it failed or was never attempted");
        row("Duplicate", seen.duplicate(), seen.readBack(), "one attempt, found twice");
        row("Corrupt", seen.corrupt(), seen.readBack(), "the payload does not match its checksum");
        row("Split brain", seen.splitBrain(), seen.readBack(), "acknowledged by a server whose reign had ended");
        page.row(
                "Loss window",
                seen.lossWindow().map(Figures::interval).orElse("not measured"),
                "the time over which acknowledged writes are missing");
    }

    private void row(String set, long count, boolean known, String meaning) {
        page.row(set, known ? Figures.count(count) : "unknown", meaning);
    }
}
