package dev.musterpoint.reports.markdown;

import dev.musterpoint.drills.spec.Metadata;
import dev.musterpoint.drills.verdict.Finding.PhaseBilled;
import dev.musterpoint.drills.verdict.Finding.ReignSeen;
import dev.musterpoint.reports.model.Conclusion.Highlight;
import dev.musterpoint.reports.model.Cover;
import dev.musterpoint.reports.model.FailbackView;
import dev.musterpoint.reports.model.Figures;
import dev.musterpoint.reports.model.Meaning;
import dev.musterpoint.reports.model.Noted;
import dev.musterpoint.reports.model.ObjectiveView;
import dev.musterpoint.reports.model.PhaseWords;
import dev.musterpoint.reports.model.ReportFormat;
import dev.musterpoint.reports.model.ReportModel;
import dev.musterpoint.reports.model.StepView;
import dev.musterpoint.reports.model.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a ticket needs of a run: the verdict, the intervals with their arithmetic, the steps, the writes, what is left, and
 * how to check it all. Charts, timeline and method are in the HTML report.
 */
public final class MarkdownReport implements ReportFormat {
    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String fileName() {
        return "report.md";
    }

    @Override
    public void render(ReportModel model, OutputStream out) throws IOException {
        Page page = new Page();
        cover(model, page);
        objectives(model, page);
        highlights(model, page);
        steps(model, page);
        phases(model, page);
        around(model, page);
        new WritesPart(page).add(model);
        model.failback().ifPresent(back -> failback(back, page));
        new ProofPart(page).add(model);
        model.noted().forEach(noted -> noted(noted, page));
        limits(model, page);
        verify(model, page);
        out.write(page.text().getBytes(StandardCharsets.UTF_8));
    }

    private static void cover(ReportModel model, Page page) {
        Metadata metadata = model.plan().spec().metadata();
        page.heading(1, metadata.title());
        page.paragraph("**" + Words.of(model.assessment().verdict()) + ".** "
                + Page.plain(model.conclusion().headline())
                + (model.conclusion().detail().isEmpty()
                        ? ""
                        : " " + Page.plain(Words.sentence(model.conclusion().detail()))));
        if (model.cover().sandboxed()) {
            page.paragraph("**Sandbox run.** Everything this drill touched was a sandbox. It evidences nothing for a"
                    + " real environment.");
        }
        Cover cover = model.cover();
        page.table("Run", Page.plain(model.runFacts().runId()));
        page.row("Drill", Page.plain(metadata.name()));
        page.row("Hypothesis", Page.plain(model.plan().spec().hypothesis()));
        page.row("Environment", Page.plain(model.plan().spec().environment()));
        page.row("Started", cover.started().map(Figures::wall).orElse("not recorded"));
        page.row("Took", cover.length().map(Figures::duration).orElse("not recorded"));
        page.row("Started by", Page.plain(cover.startedBy()));
        page.row("How it ended", Words.meaning(model.assessment().outcome()));
        page.row("What it left", Words.meaning(model.assessment().cleanUp()));
    }

    private static void objectives(ReportModel model, Page page) {
        page.heading(2, "Objectives");
        page.table("Objective", "Verdict", "Measured", "Target", "Margin");
        for (ObjectiveView objective : model.conclusion().objectives()) {
            page.row(
                    Page.plain(objective.name()),
                    objective.verdict().map(Words::of).orElse("Not judged"),
                    Meaning.measured(objective),
                    Meaning.target(objective),
                    Meaning.margin(objective));
        }
        model.conclusion().objectives().forEach(objective -> objective(objective, page));
    }

    private static void objective(ObjectiveView objective, Page page) {
        page.heading(3, objective.name());
        String sentence = Meaning.sentence(objective);
        page.paragraph(Page.plain(
                sentence.isEmpty()
                        ? Words.sentence(objective.because())
                        : sentence + " " + Words.sentence(objective.because())));
        page.block(objective.arithmetic());
    }

    private static void highlights(ReportModel model, Page page) {
        if (!model.conclusion().highlights().isEmpty()) {
            page.heading(2, "What matters");
            for (Highlight highlight : model.conclusion().highlights()) {
                page.item("**" + Page.plain(highlight.subject()) + "** " + Page.plain(highlight.text()));
            }
        }
    }

    private static void steps(ReportModel model, Page page) {
        if (model.steps().isEmpty()) {
            return;
        }
        page.heading(2, "Steps");
        steps(model.steps(), page);
    }

    private static void failback(FailbackView back, Page page) {
        page.heading(2, "Fail-back");
        page.paragraph("By the runbook **" + Page.plain(back.runbook()) + "**, once recovery was confirmed"
                + (back.ending().isEmpty() ? "." : ": " + Page.plain(Words.sentence(back.ending()))));
        steps(back.steps(), page);
        if (!back.reigns().isEmpty()) {
            page.table("Reign of", "Ended by", "Acknowledged", "Lost", "Loss window");
            for (ReignSeen reign : back.reigns()) {
                page.row(
                        Page.plain(reign.server().isEmpty() ? "unknown" : reign.server()),
                        Page.plain(FailbackView.end(reign)),
                        Figures.count(reign.acknowledged()),
                        Figures.count(reign.lost()),
                        reign.lossWindow().map(Figures::interval).orElse("–"));
            }
        }
    }

    private static void steps(List<StepView> steps, Page page) {
        page.table("No.", "Step", "Part", "Planned", "Actual", "How it ended");
        for (StepView step : steps) {
            page.row(
                    Integer.toString(step.number()),
                    Page.plain(step.name()),
                    Words.of(step.part()),
                    Figures.duration(step.planned()),
                    step.actual().map(Figures::duration).orElse("–"),
                    step.outcome().map(Words::of).orElse("Not done")
                            + (step.detail().isEmpty() ? "" : ": " + Page.plain(step.detail())));
        }
    }

    private static void around(ReportModel model, Page page) {
        if (model.around().isEmpty()) {
            return;
        }
        page.heading(2, "Setup and teardown");
        page.paragraph("Their time is not billed to the recovery.");
        page.table("No.", "Step", "Took", "How it ended");
        for (StepView step : model.around()) {
            page.row(
                    step.label(),
                    Page.plain(step.name()),
                    step.actual().map(Figures::duration).orElse("–"),
                    step.outcome().map(Words::of).orElse("Not done")
                            + (step.detail().isEmpty() ? "" : ": " + Page.plain(step.detail())));
        }
    }

    private static void phases(ReportModel model, Page page) {
        List<PhaseBilled> phases = model.assessment().findings(PhaseBilled.class);
        if (!phases.isEmpty()) {
            page.heading(2, "Where the time went");
            page.table("Phase", "Took", "Planned");
            phases.forEach(phase -> page.row(
                    Page.plain(PhaseWords.name(phase)),
                    Page.plain(PhaseWords.took(phase)),
                    phase.planned().map(Figures::duration).orElse("–")));
        }
    }

    private static void noted(Noted noted, Page page) {
        page.heading(2, "What " + noted.system() + " noted");
        if (!noted.rows().isEmpty()) {
            page.table("About", "UTC", "Of", "What");
        }
        for (Noted.Row row : noted.rows()) {
            page.row(
                    Figures.clock(row.about()),
                    Figures.timeOfDay(row.at()),
                    Page.plain(row.subject()),
                    Page.plain(row.what() + (row.detail().isEmpty() ? "" : ": " + row.detail())));
        }
        if (noted.leftOut() > 0) {
            page.paragraph(Figures.count(noted.leftOut(), "later event") + " left out.");
        }
        noted.unread().forEach(unread -> page.paragraph(Page.plain(Words.sentence(unread))));
    }

    private static void limits(ReportModel model, Page page) {
        page.heading(2, "What this does not show");
        model.method().notMeasured().forEach(limit -> page.item(Page.plain(limit)));
    }

    private static void verify(ReportModel model, Page page) {
        page.heading(2, "How to verify");
        page.paragraph("Anyone who has the run's directory can check this against its evidence, with no network and no"
                + " trust in the machine that ran the drill:");
        page.block(List.of("muster verify " + model.runFacts().directory()));
        page.table("Plan (SHA-256)", Page.plain(model.cover().planDigest()));
        page.row("Journal head (SHA-256)", Page.plain(model.runFacts().journalHead()));
        page.row("Judged by ruleset", Page.plain(model.assessment().ruleset()));
        page.row("Tool", "Musterpoint " + Page.plain(model.plan().toolVersion()));
    }
}
